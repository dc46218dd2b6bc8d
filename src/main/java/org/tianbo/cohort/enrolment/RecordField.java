package org.tianbo.cohort.enrolment;

/** What an audit asks of a class. */
public enum RecordField {
    NAME,
    FROM,
    TO,
    PROJECT,
    FUND,
    APPROVAL,
    VENUE,
    PLAN,
    TEACHERS,
    BUDGET
}
