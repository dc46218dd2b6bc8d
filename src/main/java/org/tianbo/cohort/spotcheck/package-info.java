/** Spot-checks: a random sample of visits that anybody can draw again, and what the trainees said when called. */
package org.tianbo.cohort.spotcheck;
