/** The edge: classes, rosters, cards, mentors, trainees. */
package org.tianbo.cohort.page;
