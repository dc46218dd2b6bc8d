package org.tianbo.interop.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * Something that is to be brought to another system, or was.
 *
 * @param id by which whoever gets it twice drops the second
 * @param body what is sent; empty for statements, which are read when they are sent
 * @param first and {@code last} are the numbers of the statements
 * @param tries so far
 * @param status of the answer to the last try; empty where none came
 * @param answer how the answer begins, or what went wrong
 */
public record Delivery(
        UUID id,
        long number,
        Type type,
        String body,
        Long first,
        Long last,
        State state,
        int tries,
        Instant madeAt,
        Instant dueAt,
        Instant endedAt,
        Optional<Integer> status,
        String answer,
        int tookMs) {

    /** What it is about. Its name is stored. */
    public enum Type {
        MILESTONE_REACHED("milestone.reached"),
        MILESTONE_LOST("milestone.lost"),
        /** Somebody of the office wants to see whether it arrives. */
        TEST("connection.test"),
        STATEMENTS("statements");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** As the receiver reads it. */
        public String code() {
            return code;
        }
    }

    /** What became of it. Its name is stored. */
    public enum State {
        WAITING,
        DELIVERED,
        GAVE_UP
    }

    static final String COLUMNS = "id, noted, type, body, first_seq, last_seq, state, tries, made_at, due_at, ended_at,"
            + " status, answer, took_ms";

    static Delivery of(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getLong("noted"),
                Type.valueOf(row.getString("type")),
                row.getString("body"),
                row.getObject("first_seq", Long.class),
                row.getObject("last_seq", Long.class),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Jdbc.instant(row, "made_at"),
                Jdbc.instant(row, "due_at"),
                Jdbc.instant(row, "ended_at"),
                Optional.ofNullable(row.getObject("status", Integer.class)),
                row.getString("answer"),
                row.getInt("took_ms"));
    }
}
