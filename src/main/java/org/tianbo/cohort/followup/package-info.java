/**
 * Follow-up after a class: who is to be visited when and by whom, what visitors found, and what is odd about it.
 * Counted from the class's last day: it is known ahead, the same for everybody of the class, and depends on no exam.
 */
package org.tianbo.cohort.followup;
