package org.tianbo.attendance;

import org.tianbo.platform.error.Fault;

/** Somebody cannot be checked in or out like this; nothing was written down. */
public class CheckInRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private CheckInRefused(Kind kind, String code) {
        super(kind, code);
    }

    public static CheckInRefused notInClass() {
        return new CheckInRefused(Kind.FORBIDDEN, "attendance.not-in-class");
    }

    public static CheckInRefused cancelled() {
        return new CheckInRefused(Kind.CONFLICT, "attendance.cancelled");
    }

    /** A day before, or long after. */
    public static CheckInRefused notOpen() {
        return new CheckInRefused(Kind.CONFLICT, "attendance.not-open");
    }

    /** A photograph of the screen, for example. */
    public static CheckInRefused oldCode() {
        return new CheckInRefused(Kind.CONFLICT, "attendance.code-old");
    }

    public static CheckInRefused noCode() {
        return new CheckInRefused(Kind.INVALID, "attendance.code-unreadable");
    }

    public static CheckInRefused incomplete() {
        return new CheckInRefused(Kind.INVALID, "attendance.record-incomplete");
    }

    /** Another person says whether somebody was there. */
    public static CheckInRefused ownAttendance() {
        return new CheckInRefused(Kind.FORBIDDEN, "attendance.own-attendance");
    }

    /** The entry to be taken out is not there, or was taken out before. */
    public static CheckInRefused nothingToCorrect() {
        return new CheckInRefused(Kind.CONFLICT, "attendance.nothing-to-correct");
    }
}
