/**
 * Counties, villages and the people in them: trainees, mentors, coordinators, officers; their accounts and cards; the
 * roster they come from.
 */
package org.tianbo.people;
