package org.tianbo.attendance.schedule;

/** What can be changed about a session; one change is one of these with its value before and after. */
public enum SessionField {
    TITLE,
    KIND,
    TEACHER,
    PLACE,
    TIME,
    PLAN,
    CANCELLED
}
