/**
 * How it goes, in the trainees' own words: asked on their phones in the county's months after a class. Whoever reads
 * the answers learns how many gave which, and nobody's before there are five.
 */
package org.tianbo.cohort.satisfaction;
