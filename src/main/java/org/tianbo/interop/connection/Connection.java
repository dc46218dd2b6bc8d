package org.tianbo.interop.connection;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * Another system to which things are brought.
 *
 * @param secretVersion which of its secrets is in force
 * @param credentials what it asks us for, sealed; null where it asks for nothing
 * @param toldThrough the number of the last statement it has
 * @param failures in a row
 * @param failingSince null while the last try succeeded
 * @param resumeAt until then it is left alone; null when it is not
 */
public record Connection(
        UUID id,
        Kind kind,
        String name,
        URI address,
        State state,
        int secretVersion,
        String credentials,
        long toldThrough,
        Instant madeAt,
        int failures,
        Instant failingSince,
        Instant resumeAt) {

    /** What it is. Its name is stored. */
    public enum Kind {
        /** An address that is told of milestones, one at a time. */
        WEBHOOK,
        /** A learning record store, which gets all statements. */
        LRS
    }

    /** Whether anything is brought. Its name is stored. */
    public enum State {
        ACTIVE,
        /** By somebody of the office. */
        PAUSED,
        /** We gave up, or were told to stay away. */
        STOPPED,
        REMOVED
    }

    /** The columns that {@link #of} reads. */
    public static final String COLUMNS =
            "id, kind, name, address, state, secret_version, credentials, told_through, made_at, failures,"
                    + " failing_since, resume_at";

    public static Connection of(ResultSet row) throws SQLException {
        return new Connection(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                URI.create(row.getString("address")),
                State.valueOf(row.getString("state")),
                row.getInt("secret_version"),
                row.getString("credentials"),
                row.getLong("told_through"),
                Jdbc.instant(row, "made_at"),
                row.getInt("failures"),
                Jdbc.instant(row, "failing_since"),
                Jdbc.instant(row, "resume_at"));
    }
}
