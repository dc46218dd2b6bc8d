package org.tianbo.people.staff;

import java.time.Instant;

/**
 * Something that was decided about a member of staff.
 *
 * @param role what they were from then on
 * @param villages how many they were given; -1 for all of the county
 * @param by name of who decided; empty for the operator
 */
public record StaffHistoryLine(Change change, String role, int villages, String reason, String by, Instant at) {

    public enum Change {
        INVITED,
        CHANGED,
        NEW_PASSWORD,
        ENDED,
        RETURNED
    }
}
