package org.tianbo.learning.sync;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.tianbo.learning.LessonProof;
import org.tianbo.people.PersonUnknown;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;

/** The journal's rows. A call's records go in by one statement: five hundred entities would take many times as long. */
@ApplicationScoped
public class SyncRecords {

    /**
     * What many records bring is sent and read once: each row says at which place. Values come in their column's type:
     * a text to be cast is read anew for each row.
     */
    private static final String APPEND_NEW =
            """
            insert into sync_records (county, person, id, device, type, at, received_at, data, helping)
            select ?, ?, id, ?, type, timestamptz 'epoch' + at * interval '1 microsecond', ?::timestamptz,
                (select ?::jsonb) -> place, ?::uuid
            from unnest(?::uuid[], ?::text[], ?::int8[], ?::int4[]) as sent (id, type, at, place)
            """;

    private static final String APPEND = APPEND_NEW + " on conflict do nothing returning id";

    private static final String FEEDBACK_READ =
            """
            select distinct (data ->> 'attempt')::uuid
            from sync_records
            where county = ? and person = ? and type = 'feedback.read'
              and data ->> 'attempt' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
            """;

    private static final String PROOFS =
            """
            select person, id, data ->> 'lesson' as lesson, data ->> 'version' as version, type = 'quiz.submitted' as \
            quiz,
                   at, received_at, coalesce(device, '') as device, helping
            from sync_records
            where county = ? and person = any(?) and type in ('lesson.completed', 'quiz.submitted')
            order by at desc, id
            """;

    /** A phone's clock that is ahead counts as the time the record came. */
    private static final String LAST =
            """
            select person, max(least(at, received_at)) as last from sync_records
            where county = ? and person = any(?) group by person
            """;

    /** PostgreSQL's foreign_key_violation: the sign-in names somebody who is not of this county. */
    private static final String NOBODY = "23503";

    /** PostgreSQL's unique_violation. */
    private static final String THERE_ALREADY = "23505";

    /** A record of this call was received before. */
    static final class DuplicateRecord extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private DuplicateRecord() {
            super(null, null, false, false);
        }
    }

    private final DataSource database;
    private final CountyReads reads;

    SyncRecords(DataSource database, CountyReads reads) {
        this.database = database;
        this.reads = reads;
    }

    /**
     * Appends records of which none should be there yet: half the work of {@link #append}. Rows of a transaction still
     * running are waited for.
     *
     * @throws DuplicateRecord when one of them is there already; the transaction is of no more use then
     */
    public void appendNew(Sender sender, List<PhoneRecord> records, Instant now) {
        insert(APPEND_NEW, sender, records, now, PreparedStatement::executeUpdate);
    }

    /** @return ids of the rows that were not there before; rows of a transaction still running are waited for */
    public Set<UUID> append(Sender sender, List<PhoneRecord> records, Instant now) {
        return insert(APPEND, sender, records, now, SyncRecords::ids);
    }

    private <T> T insert(
            String sql,
            Sender sender,
            List<PhoneRecord> records,
            Instant now,
            Jdbc.Work<PreparedStatement, T> execution) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            Data data = new Data();
            int[] places = records.stream().mapToInt(data::place).toArray();
            insert.setString(1, sender.county());
            insert.setObject(2, sender.person());
            insert.setString(3, sender.device());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, data.json(), Types.OTHER);
            insert.setObject(6, sender.helping(), Types.OTHER);
            insert.setObject(7, ids(records), Types.OTHER);
            insert.setObject(8, records.stream().map(one -> one.type().wire()).toArray(String[]::new));
            insert.setObject(
                    9, records.stream().mapToLong(one -> micros(one.at())).toArray());
            insert.setObject(10, places);
            return execution.on(insert);
        } catch (SQLException failed) {
            throw switch (String.valueOf(failed.getSQLState())) {
                case NOBODY -> new PersonUnknown();
                case THERE_ALREADY -> new DuplicateRecord();
                default -> new IllegalStateException("The records could not be kept", failed);
            };
        }
    }

    public Set<UUID> attemptsOfFeedbackRead(String county, UUID person) {
        return Set.copyOf(reads.rows(FEEDBACK_READ, row -> row.getObject(1, UUID.class), county, person));
    }

    /** Person by person, the latest first; whoever has none is absent. */
    public Map<UUID, List<LessonProof>> proofs(String county, Collection<UUID> people) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PROOFS)) {
            select.setString(1, county);
            select.setArray(2, Jdbc.array(connection, "uuid", people, person -> person));
            Map<UUID, List<LessonProof>> proofs = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    proofs.computeIfAbsent(rows.getObject("person", UUID.class), any -> new ArrayList<>())
                            .add(proof(rows));
                }
            }
            return proofs;
        } catch (SQLException failed) {
            throw new IllegalStateException("The records cannot be read", failed);
        }
    }

    /** When each of these people last did what they recorded; whoever has no record is absent. */
    public Map<UUID, Instant> last(String county, Collection<UUID> people) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LAST)) {
            select.setString(1, county);
            select.setArray(2, Jdbc.array(connection, "uuid", people, person -> person));
            Map<UUID, Instant> last = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    last.put(
                            rows.getObject("person", UUID.class),
                            rows.getObject("last", OffsetDateTime.class).toInstant());
                }
            }
            return last;
        } catch (SQLException failed) {
            throw new IllegalStateException("The records cannot be read", failed);
        }
    }

    private static LessonProof proof(ResultSet row) throws SQLException {
        return new LessonProof(
                row.getObject("id", UUID.class),
                row.getString("lesson"),
                row.getString("version"),
                row.getBoolean("quiz"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("device"),
                row.getObject("helping", UUID.class),
                false);
    }

    /** As PostgreSQL writes an array: no id needs a quotation mark. */
    private static String ids(List<PhoneRecord> records) {
        return records.stream().map(one -> one.id().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** What the records of one call bring; what several of them share, once. */
    private static final class Data {

        private final Map<JsonNode, Integer> places = new IdentityHashMap<>();
        private final StringJoiner json = new StringJoiner(",", "[", "]");

        int place(PhoneRecord one) {
            return places.computeIfAbsent(one.data(), data -> {
                json.add(data.toString());
                return places.size();
            });
        }

        String json() {
            return json.toString();
        }
    }

    private static Set<UUID> ids(PreparedStatement question) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}
