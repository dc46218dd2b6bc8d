/** The borders of a county's villages, from a file that its office brings. */
package org.tianbo.cohort.map;
