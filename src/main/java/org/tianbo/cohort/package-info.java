/**
 * Classes: who is on the roster, how far everybody has come on the road, and the numbers the county shows for it.
 * Listens to every feature of the road.
 */
package org.tianbo.cohort;
