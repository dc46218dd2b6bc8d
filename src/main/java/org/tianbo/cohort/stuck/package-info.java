/**
 * Who stands still, why, and since when; and the calls to them, recorded once, also from a phone without a network.
 * Cards, mentors, recordings, reviews, stores and order files are looked at in the same statement as the enrolments:
 * the list is sorted by the reason, and read a page at a time.
 */
package org.tianbo.cohort.stuck;
