package org.tianbo.people;

import java.util.UUID;

/**
 * One detail in which a row of a roster differs from what the county has of the same person.
 *
 * @param line the person's line in the file, counted from 1
 * @param name of the person, as the county has it
 * @param before what the county has; empty for nothing. A village with its town, a gender as {@link Gender} names it
 * @param now what the roster says
 */
public record RosterChange(int line, UUID person, String name, PersonField field, String before, String now) {

    public static String text(VillageName village) {
        return village == null ? "" : village.town() + " " + village.name();
    }

    /** Personal data stays out of logs that print a change in passing. */
    @Override
    public String toString() {
        return "RosterChange[line=" + line + ", field=" + field + "]";
    }
}
