/** The page of what an audit asks of a class. */
package org.tianbo.cohort.page.record;
