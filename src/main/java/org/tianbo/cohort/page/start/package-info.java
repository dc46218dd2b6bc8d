/** A new county's way to its first lesson. */
package org.tianbo.cohort.page.start;
