/** Cards of a class, and what is left to set up. */
package org.tianbo.cohort.cards;
