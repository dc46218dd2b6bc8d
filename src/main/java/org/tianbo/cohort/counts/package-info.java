/** The county's numbers, counted as people go along: by class, place, age and category, and the lists behind them. */
package org.tianbo.cohort.counts;
