/** Follow-up in the browser: work lists, visits at a desk and on a phone, flags and spot-checks. */
package org.tianbo.cohort.page.followup;
