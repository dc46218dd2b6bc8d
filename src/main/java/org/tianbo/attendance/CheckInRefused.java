package org.tianbo.attendance;

import org.tianbo.platform.error.Refused;

/** Somebody cannot be checked in or out like this; nothing was written down. */
public final class CheckInRefused {

    private CheckInRefused() {}

    public static Refused notInClass() {
        return Refused.forbidden("attendance.not-in-class");
    }

    public static Refused cancelled() {
        return Refused.conflict("attendance.cancelled");
    }

    /** A day before, or long after. */
    public static Refused notOpen() {
        return Refused.conflict("attendance.not-open");
    }

    /** A photograph of the screen, for example. */
    public static Refused oldCode() {
        return Refused.conflict("attendance.code-old");
    }

    public static Refused noCode() {
        return Refused.invalid("attendance.code-unreadable");
    }

    public static Refused incomplete() {
        return Refused.invalid("attendance.record-incomplete");
    }

    /** Another person says whether somebody was there. */
    public static Refused ownAttendance() {
        return Refused.forbidden("attendance.own-attendance");
    }

    /** The entry to be taken out is not there, or was taken out before. */
    public static Refused nothingToCorrect() {
        return Refused.conflict("attendance.nothing-to-correct");
    }
}
