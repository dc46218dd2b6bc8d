/** Classes, who is enrolled in them, and their mentors. */
package org.tianbo.cohort.enrolment;
