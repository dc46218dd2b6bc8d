package org.tianbo.interop.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;

/**
 * What a trainee did.
 *
 * @param person empty where an earlier statement is taken back
 * @param object what it was done to: {@code lessons/first-sentence}; the id of the statement that is taken back
 * @param score 0–100, of a quiz or a review
 * @param storedAt later than that of each statement of a smaller number
 */
public record Statement(
        long number,
        UUID id,
        Verb verb,
        Optional<UUID> person,
        String object,
        Optional<Integer> score,
        Instant at,
        Instant storedAt) {

    static final String COLUMNS = "seq, id, verb, person, object, score, happened_at, stored_at";

    static Statement of(ResultSet row) throws SQLException {
        return new Statement(
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                Verb.valueOf(row.getString("verb")),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                row.getString("object"),
                Optional.ofNullable(row.getObject("score", Integer.class)),
                Jdbc.instant(row, "happened_at"),
                Jdbc.instant(row, "stored_at"));
    }
}
