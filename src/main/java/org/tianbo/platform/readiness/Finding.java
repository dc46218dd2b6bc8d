package org.tianbo.platform.readiness;

/**
 * One unsafe setting.
 *
 * @param name stable, for searching logs and notes
 * @param what what is unsafe; never a secret's value
 * @param remedy what to do about it
 */
record Finding(String name, Severity severity, String what, String remedy) {

    enum Severity {
        /** The start is refused. */
        SEVERE,
        /** The start goes on. */
        WARNING
    }

    static Finding severe(String name, String what, String remedy) {
        return new Finding(name, Severity.SEVERE, what, remedy);
    }

    static Finding warning(String name, String what, String remedy) {
        return new Finding(name, Severity.WARNING, what, remedy);
    }

    boolean stopsTheStart() {
        return severity == Severity.SEVERE;
    }

    @Override
    public String toString() {
        return name + ": " + what + " " + remedy;
    }
}
