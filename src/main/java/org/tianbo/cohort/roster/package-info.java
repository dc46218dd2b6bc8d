/** A class's roster, imported from a file. */
package org.tianbo.cohort.roster;
