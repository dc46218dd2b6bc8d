package org.tianbo.learning.video;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/**
 * The rows of {@code video_answers}: of each person and question the first answer and the last, kept in the transaction
 * that stores the records. An answer is never put out by a question that was passed over.
 */
@ApplicationScoped
class VideoAnswerTable {

    static final String FIRST_ANSWERS =
            """
            select item, version, answer, count(*) as people from video_answers
            where county = ? and video = ? and lesson = ? and turn = 'first'
            group by item, version, answer
            """;

    static final String LAST_ANSWERS =
            """
            select item, version, answer, record from video_answers
            where county = ? and video = ? and lesson = ? and turn = 'last' and person = ?
            order by at, record
            """;

    private static final String KEEP =
            """
            insert into video_answers as kept
                (county, person, video, lesson, turn, item, version, answer, record, at)
            select ?, ?, video, lesson, turn, item, version, answer, record, at
            from jsonb_to_recordset(?::jsonb) as sent (video uuid, lesson text, turn text, item text, version text,
                answer text[], record uuid, at timestamptz)
            on conflict (county, video, lesson, turn, person, item) do update
                set version = excluded.version, answer = excluded.answer, record = excluded.record, at = excluded.at
                where excluded.answer <> '{}' and (kept.answer = '{}' or case kept.turn
                    when 'first' then (excluded.at, excluded.record) < (kept.at, kept.record)
                    else (excluded.at, excluded.record) > (kept.at, kept.record) end)
            returning record
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final ObjectMapper json;

    VideoAnswerTable(CountyReads reads, CountyWrites writes, CurrentCounty county, ObjectMapper json) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.json = json;
    }

    /** @param people who gave this answer first */
    record First(RecordData.OfVideoAnswer answer, int people) {}

    record Last(RecordData.OfVideoAnswer answer, UUID record) {}

    /** As the database reads it: {@code answer} and what {@link RecordData.OfVideoAnswer} says of it. */
    record Row(
            String video,
            String lesson,
            String turn,
            String item,
            String version,
            List<String> answer,
            String record,
            String at) {

        private static Row of(RecordData.OfVideoAnswer data, RecordsSynced.Synced sent, String turn, Instant received) {
            Instant at = sent.at().isAfter(received) ? received : sent.at();
            return new Row(
                    data.video().toString(),
                    data.lesson(),
                    turn,
                    data.item(),
                    data.version(),
                    data.answer(),
                    sent.id().toString(),
                    at.toString());
        }

        private String key() {
            return String.join(" ", video, lesson, item);
        }
    }

    void keep(@Observes RecordsSynced synced) {
        List<RecordsSynced.Synced> sent = synced.ofType(RecordType.VIDEO_ANSWERED.wire()).stream()
                .sorted(Comparator.comparing(RecordsSynced.Synced::at))
                .toList();
        if (sent.isEmpty()) {
            return;
        }
        List<Row> rows = Stream.concat(
                        rows(
                                sent,
                                synced.received(),
                                "first",
                                (earlier, later) -> earlier.answer().isEmpty() ? later : earlier),
                        rows(
                                sent,
                                synced.received(),
                                "last",
                                (earlier, later) -> later.answer().isEmpty() ? earlier : later))
                .toList();
        writes.returning(
                KEEP,
                row -> true,
                synced.county(),
                synced.person(),
                json.valueToTree(rows).toString());
    }

    /** One of each question, always in the same order: two phones of a person never wait for each other. */
    private static Stream<Row> rows(
            List<RecordsSynced.Synced> sent, Instant received, String turn, BinaryOperator<Row> which) {
        Map<String, Row> rows = new TreeMap<>();
        for (RecordsSynced.Synced one : sent) {
            RecordData.OfVideoAnswer data = (RecordData.OfVideoAnswer) RecordType.VIDEO_ANSWERED.read(one.data());
            Row row = Row.of(data, one, turn, received);
            rows.merge(row.key(), row, which);
        }
        return rows.values().stream();
    }

    /** One for each question, version and answer that anybody gave first. */
    List<First> first(UUID video, String lesson) {
        return reads.rows(
                FIRST_ANSWERS,
                row -> new First(answer(row, video, lesson), row.getInt("people")),
                county.id(),
                video,
                lesson);
    }

    /** One for each question, in the order they were answered. */
    List<Last> last(UUID person, UUID video, String lesson) {
        return reads.rows(
                LAST_ANSWERS,
                row -> new Last(answer(row, video, lesson), row.getObject("record", UUID.class)),
                county.id(),
                video,
                lesson,
                person);
    }

    private static RecordData.OfVideoAnswer answer(ResultSet row, UUID video, String lesson) throws SQLException {
        return new RecordData.OfVideoAnswer(
                lesson, row.getString("version"), video, row.getString("item"), List.of((String[])
                        row.getArray("answer").getArray()));
    }
}
