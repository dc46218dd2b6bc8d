/** The pages on which people are found among all trainees of the county. */
package org.tianbo.cohort.page.search;
