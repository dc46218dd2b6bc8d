/** Cards of a class, made and printed, and what is left to set up. */
package org.tianbo.cohort.cards;
