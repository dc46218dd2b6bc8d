/** Classes and who is enrolled in them. */
package org.tianbo.cohort.enrolment;
