/**
 * The county's numbers, counted as people go along: by class, place, age and category, and the lists behind them; and
 * the borders of its villages, on which a map shows them.
 */
package org.tianbo.cohort.counts;
