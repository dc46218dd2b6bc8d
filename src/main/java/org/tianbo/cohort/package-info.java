/**
 * Classes: who is on the roster, which stage everybody has reached, and the numbers the county reports.
 * Observes the events of every feature that leads to a stage.
 */
package org.tianbo.cohort;
