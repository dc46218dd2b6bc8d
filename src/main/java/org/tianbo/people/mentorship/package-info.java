/** Mentors assigned, shared out and undone. */
package org.tianbo.people.mentorship;
