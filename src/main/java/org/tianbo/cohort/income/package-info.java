/** What lasted: what trainees earn when each follow-up of their class is due, and how far that can be believed. */
package org.tianbo.cohort.income;
