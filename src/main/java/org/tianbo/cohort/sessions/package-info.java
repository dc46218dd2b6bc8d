/** What attendance asks of classes for their sessions, and which classes wait for one. */
package org.tianbo.cohort.sessions;
