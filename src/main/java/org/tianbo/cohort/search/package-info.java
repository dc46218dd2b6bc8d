/**
 * Finds people among all trainees of the county: by name, pinyin, village and phone, filtered, sorted, in pages.
 * People, villages, cards and mentors are looked at in the same statement as the enrolments: a list filtered after it
 * was read would be read whole.
 */
package org.tianbo.cohort.search;
