package org.tianbo.platform.waiting;

import java.util.Set;

/**
 * What was done of one kind of work since a week began. The number that stands as done counts these very rows
 * ({@link #count}), so that number and list cannot differ.
 *
 * @param key that of the {@link Waiting} that says how many
 * @param doers the roles of those who see it
 * @param rows a select with two parameters, the county and since when, and with the columns {@code id} (a UUID that
 *     no two rows share), {@code at} (when it was done), {@code person} (whom it was done for, or null),
 *     {@code subject} (what beside the person's name says what it is, or null) and {@code address} (where it can be
 *     seen within this site, or null for the person's own page)
 */
public record DoneWork(String key, Set<String> doers, String rows) {

    /** For officers alone. */
    public static DoneWork forOfficers(String key, String rows) {
        return new DoneWork(key, Waiting.OFFICERS, rows);
    }

    /** For coordinators and officers. */
    public static DoneWork forOffice(String key, String rows) {
        return new DoneWork(key, Waiting.OFFICE, rows);
    }

    /** How many there are, to stand within a statement; the parameters are those of the rows. */
    public String count() {
        return "(select count(*) from (" + rows + ") counted)";
    }
}
