/** Pages with the county's numbers. */
package org.tianbo.cohort.page.dashboard;
