package org.tianbo.cohort.enrolment;

/** One thing that an audit asks of a class. */
public enum RecordField {
    PROJECT,
    FUND,
    APPROVAL,
    VENUE,
    PLAN,
    TEACHERS,
    BUDGET
}
