package org.tianbo.attendance;

/** What the hours of a session count as. */
public enum SessionKind {
    THEORY,
    PRACTICE
}
