/** Mentors of a class. */
package org.tianbo.cohort.mentors;
