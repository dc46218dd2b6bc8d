package org.tianbo.platform.readiness;

/**
 * One unsafe setting.
 *
 * @param name stable, for searching logs and notes
 * @param what what is unsafe; never a secret's value
 * @param remedy what to do about it
 */
public record Finding(String name, Severity severity, String what, String remedy) {

    /** Whether it can be lived with. */
    public enum Severity {
        /** The start is refused. */
        SEVERE,
        /** The start goes on. */
        WARNING
    }

    public static Finding severe(String name, String what, String remedy) {
        return new Finding(name, Severity.SEVERE, what, remedy);
    }

    public static Finding warning(String name, String what, String remedy) {
        return new Finding(name, Severity.WARNING, what, remedy);
    }

    public boolean stopsTheStart() {
        return severity == Severity.SEVERE;
    }

    @Override
    public String toString() {
        return name + ": " + what + " " + remedy;
    }
}
