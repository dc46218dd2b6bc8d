package org.tianbo.learning.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;

/** A look at a video costs the same, however often its questions are answered; needs PostgreSQL's rows and plans. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class VideoAnswerTableIT {

    private static final String COUNTY = "often-answering";
    private static final String LESSON = "first-sentence";
    private static final Instant T0 = Instant.parse("2026-05-04T08:00:00Z");

    private final UUID video = Ids.next();
    private UUID person;

    @Inject
    VideoAnswerTable table;

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty county;

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @BeforeEach
    void somebody() {
        counties.open(COUNTY, "常答县", "Often answering");
        person = newcomers.join(COUNTY, "answers-often", Roles.TRAINEE);
    }

    @Test
    void ofEachQuestionTheFirstAnswerAndTheLastAreKeptHoweverManyAreSentAndInWhicheverOrder() {
        send(answer(3, "c"), answer(0), answer(2, "b"));
        send(answer(1, "a"));
        send(answer(5), answer(4, "d"));
        send(answer(2, "b"));
        assertThat(first(LESSON)).containsExactly("[a] 1");
        assertThat(last(LESSON)).containsExactly("[d]");
        assertThat(first("another-lesson")).isEmpty();
        assertThat(last("another-lesson")).isEmpty();
        assertThat(county.as(
                        COUNTY,
                        () -> reads.rows(
                                "select 1 from video_answers where county = ? and video = ?", row -> 1, COUNTY, video)))
                .hasSize(2);
    }

    @Test
    void aVideosAnswersAreFoundByTheVideo() {
        assertThat(plan(VideoAnswerTable.FIRST_ANSWERS, COUNTY, video, LESSON))
                .containsPattern("Index Cond: .*\\(video = ")
                .doesNotContain("Seq Scan");
        assertThat(plan(VideoAnswerTable.LAST_ANSWERS, COUNTY, video, LESSON, person))
                .containsPattern("Index Cond: .*\\(video = .*\\(person = ")
                .doesNotContain("Seq Scan");
    }

    /** As the application reads, which sees its county alone; the table is too small to be worth an index otherwise. */
    private String plan(String statement, Object... parameters) {
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> {
            reads.rows("select set_config('enable_seqscan', 'off', true)", row -> 1);
            return String.join("\n", reads.rows("explain " + statement, row -> row.getString(1), parameters));
        }));
    }

    private List<String> first(String lesson) {
        return county.as(COUNTY, () -> table.first(video, lesson)).stream()
                .map(one -> one.answer().answer() + " " + one.people())
                .toList();
    }

    private List<String> last(String lesson) {
        return county.as(COUNTY, () -> table.last(person, video, lesson)).stream()
                .map(one -> one.answer().answer().toString())
                .toList();
    }

    private void send(RecordsSynced.Synced... records) {
        county.run(COUNTY, () -> table.keep(new RecordsSynced(COUNTY, person, T0.plusSeconds(60), List.of(records))));
    }

    private RecordsSynced.Synced answer(int second, String... letters) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("lesson", LESSON)
                .put("version", "0123456789abcdef")
                .put("video", video.toString())
                .put("item", "before-speaking");
        List.of(letters).forEach(data.putArray("answer")::add);
        return new RecordsSynced.Synced(Ids.next(), "video.answered", T0.plusSeconds(second), data);
    }
}
