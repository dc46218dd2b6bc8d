package org.tianbo.ledger.flag;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.data.Jdbc;

/**
 * Something odd as it was found, with what a person made of it.
 *
 * @param people whom it is about
 * @param cohort null where it belongs to no class
 * @param page where it can be looked at, without the host
 * @param measure how many people or seconds; 0 where nothing is counted
 * @param decision null while nobody has decided
 * @param reason empty while nobody has decided
 */
public record OddFlag(
        UUID id,
        OddThing.Kind kind,
        List<UUID> people,
        UUID cohort,
        String page,
        Instant at,
        long measure,
        Instant foundAt,
        Decision decision,
        String reason,
        UUID decidedBy,
        Instant decidedAt) {

    /** What it turned out to be. */
    public enum Decision {
        EXPLAINED,
        CONFIRMED,
        DISMISSED
    }

    static OddFlag of(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new OddFlag(
                row.getObject("id", UUID.class),
                OddThing.Kind.valueOf(row.getString("kind")),
                Stream.of(row.getString("people").split(","))
                        .map(UUID::fromString)
                        .toList(),
                row.getObject("cohort", UUID.class),
                row.getString("page"),
                Jdbc.instant(row, "at"),
                row.getLong("measure"),
                Jdbc.instant(row, "found_at"),
                decision == null ? null : Decision.valueOf(decision),
                decision == null ? "" : row.getString("reason"),
                row.getObject("decided_by", UUID.class),
                Jdbc.instant(row, "decided_at"));
    }
}
