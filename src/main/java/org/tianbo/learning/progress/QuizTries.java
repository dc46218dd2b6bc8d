package org.tianbo.learning.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;
import org.tianbo.learning.sync.RecordData;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** How often a trainee answered a quiz, and how answers were marked. */
@ApplicationScoped
public class QuizTries {

    private static final String TRIES =
            "select tries, last_at from quiz_results where county = ? and trainee = ? and lesson = ?";

    private static final String LAST =
            """
            select id from sync_records
            where county = ? and person = ? and type = 'quiz.submitted' and data ->> 'lesson' = ?
            order by at desc, id desc limit 1
            """;

    private static final String ONE =
            """
            select data::text from sync_records
            where county = ? and person = ? and id = ? and type = 'quiz.submitted' and data ->> 'lesson' = ?
            """;

    private final CountyReads reads;
    private final CurrentCounty county;
    private final Curriculum curriculum;
    private final ObjectMapper json;

    QuizTries(CountyReads reads, CurrentCounty county, Curriculum curriculum, ObjectMapper json) {
        this.reads = reads;
        this.county = county;
        this.curriculum = curriculum;
        this.json = json;
    }

    /** @param lastAt as the phone told it, null before the first try */
    public record Tries(int count, Instant lastAt) {}

    public Tries of(UUID trainee, String lesson) {
        return reads
                .rows(
                        TRIES,
                        row -> new Tries(row.getInt("tries"), Jdbc.instant(row, "last_at")),
                        county.id(),
                        trainee,
                        lesson)
                .stream()
                .findFirst()
                .orElse(new Tries(0, null));
    }

    /** Which record holds the last answers; empty as long as none have arrived. */
    public Optional<UUID> last(UUID trainee, String lesson) {
        return reads.rows(LAST, row -> row.getObject(1, UUID.class), county.id(), trainee, lesson).stream()
                .findFirst();
    }

    /** How the answers of this record were marked; empty as long as it has not arrived. */
    public Optional<MarkedQuiz> marked(UUID trainee, String lesson, UUID record) {
        return reads.rows(ONE, row -> row.getString(1), county.id(), trainee, record, lesson).stream()
                .findFirst()
                .map(data -> marked(trainee, read(data)));
    }

    /** Answers that were sent just now. */
    public MarkedQuiz marked(UUID trainee, RecordData.OfQuiz answers) {
        Quiz asked = answers.asked(curriculum, trainee);
        int round = answers.round() == null ? 0 : answers.round();
        return new MarkedQuiz(
                answers.version(),
                asked,
                QuizOrder.of(trainee, answers.lesson(), round),
                asked.grade(answers.answers()));
    }

    private RecordData.OfQuiz read(String data) {
        try {
            return (RecordData.OfQuiz) RecordType.QUIZ_SUBMITTED.read(json.readTree(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps only JSON in jsonb", impossible);
        }
    }
}
