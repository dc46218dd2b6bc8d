package org.tianbo.platform.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.Roles;

/**
 * One kind of work: how much of it waits, since when, and where it is done.
 *
 * @param key {@code cohort.no-card}: its words stand in {@code messages/waiting/cohort*.properties} as {@code no-card}
 *     (what waits), {@code no-card.do} (what to do about it) and {@code no-card.done} (what was done)
 * @param doers the roles of those for whom it waits
 * @param count how many wait: as many as the list at the address has, where it leads to a list
 * @param since when the one that waits longest began to wait; empty while none does, or where that is not known
 * @param address of the list behind the count, or of the one that waits longest, within this site
 * @param done how many were done since the scope's week began
 */
public record Waiting(String key, Set<String> doers, long count, Optional<Instant> since, String address, long done) {

    static final Set<String> OFFICERS = Set.of(Roles.OFFICER);
    static final Set<String> OFFICE = Set.of(Roles.COORDINATOR, Roles.OFFICER);

    /**
     * For officers alone.
     *
     * @param row with the columns {@code waiting}, {@code since} and {@code done}
     */
    public static Waiting forOfficers(String key, ResultSet row, String address) throws SQLException {
        return of(key, OFFICERS, row, address);
    }

    /**
     * For coordinators and officers.
     *
     * @param row with the columns {@code waiting}, {@code since} and {@code done}
     */
    public static Waiting forOffice(String key, ResultSet row, String address) throws SQLException {
        return of(key, OFFICE, row, address);
    }

    private static Waiting of(String key, Set<String> doers, ResultSet row, String address) throws SQLException {
        return new Waiting(
                key,
                doers,
                row.getLong("waiting"),
                Optional.ofNullable(Jdbc.instant(row, "since")),
                address,
                row.getLong("done"));
    }

    public String feature() {
        return key.substring(0, key.indexOf('.'));
    }

    public String name() {
        return key.substring(key.indexOf('.') + 1);
    }
}
