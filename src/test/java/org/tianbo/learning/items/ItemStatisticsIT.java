package org.tianbo.learning.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Quiz;
import org.tianbo.learning.LearningConfig;
import org.tianbo.learning.items.ItemFigures.Flaw;
import org.tianbo.learning.items.QuestionFigures.Counted;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.JobsAtRest;

/** In a county of its own, since everybody's answers count; the figures are PostgreSQL's. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ItemStatisticsIT {

    private static final String COUNTY = "questions-county";
    private static final String LESSON = "first-sentence";
    private static final String COURSE = "speaking-to-camera";
    private static final Instant DAY = Instant.parse("2026-06-18T04:00:00Z");
    private static final int TRAINEES = 24;

    @Inject
    ItemStatistics statistics;

    @Inject
    QuestionFigures kept;

    @Inject
    CountyReads reads;

    @Inject
    CountyWrites writes;

    @Inject
    LearningConfig config;

    @Inject
    Jobs jobs;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Curriculum curriculum;

    @Inject
    CurrentCounty county;

    private Connection owner;
    private List<Quiz.Item> items;

    @BeforeEach
    void aCountyOfItsOwn() throws SQLException {
        items = curriculum.quiz(LESSON).items();
        owner = DatabaseOwner.connection();
        execute("set session_replication_role = replica");
        execute("insert into counties values ('" + COUNTY + "', '题县', 'Questions') on conflict do nothing");
    }

    @AfterEach
    void gone() throws SQLException {
        DatabaseOwner.removeCounty(owner, COUNTY);
        owner.close();
    }

    /** The first half knows everything but the first question; the second half knows that one alone. */
    @Test
    void aQuestionThatTheGoodMissHasNegativeDiscriminationAndSaysFromHowManyAnswers() throws SQLException {
        for (int trainee = 0; trainee < TRAINEES; trainee++) {
            boolean good = trainee < TRAINEES / 2;
            UUID person = Ids.next();
            answer(person, DAY, trainee + 1, good, !good);
            // What they answer when they know better counts nothing.
            answer(person, DAY.plusSeconds(3_600), 500, true, true);
        }

        ItemFigures first = figures(0);
        assertThat(List.of(first.answers(), first.right(), first.seconds(), first.timed()))
                .containsExactly(TRAINEES, TRAINEES / 2, 12, TRAINEES);
        assertThat(first.discrimination()).isEqualTo(-1.0);
        assertThat(first.flaws()).containsExactly(Flaw.MISLEADING);
        assertThat(figures(1).discrimination()).isGreaterThan(0.9);
        assertThat(figures(1).flaws()).isEmpty();
    }

    @Test
    void whereNobodyHasAnsweredEveryQuestionIsThereAndSaysSo() {
        List<ItemFigures> all = county.as(COUNTY, () -> statistics.of(curriculum.course(COURSE)));

        assertThat(all).hasSizeGreaterThan(50).allMatch(ItemFigures::tooFew).allMatch(one -> one.answers() == 0);
    }

    @Test
    void aLookReadsWhatWasCountedAndHasOldFiguresCountedForTheNext() throws SQLException {
        answer(Ids.next(), DAY, 1, true, true);
        Counted none = look(kept);
        assertThat(none.at()).as("nobody waits for the first count either").isEmpty();
        assertThat(none.figures()).hasSizeGreaterThan(50).allMatch(one -> one.answers() == 0);
        Counted first = Eventually.value(() -> look(kept), one -> one.at().isPresent());
        assertThat(answersOf(first)).isOne();
        assertThat(first.changed()).isFalse();
        // A count that is still under way would see the next answer.
        JobsAtRest.await();
        answer(Ids.next(), DAY, 1, true, true);
        assertThat(look(kept).figures()).as("counted within the hour").isEqualTo(first.figures());
        Clock later = Clock.offset(clock, config.figuresKept().plusMinutes(1));
        QuestionFigures nextDay =
                new QuestionFigures(statistics, curriculum, reads, writes, county, config, jobs, json, later);

        assertThat(look(nextDay).figures()).as("nobody waits for a count").isEqualTo(first.figures());

        Eventually.value(() -> answersOf(look(kept)), answers -> answers == 2);
        // The count of the other courses goes on meanwhile, and the county is removed after the test.
        JobsAtRest.await();
    }

    /** The lesson is another version now, of which the kept figures know nothing yet; every other one is as it was. */
    @Test
    void afterALessonChangedALookShowsWhatIsStillAskedWithItsDateAndCountsNothing() throws SQLException {
        answer(Ids.next(), DAY, 1, true, true);
        county.run(COUNTY, () -> kept.count(curriculum.course(COURSE)));
        Counted before = look(kept);
        answer(Ids.next(), DAY, 1, true, true);
        execute("set tianbo.county = '*'");
        execute("update question_figures set versions = (versions::jsonb - '" + LESSON + "')::text where county = '"
                + COUNTY + "' and course = '" + COURSE + "'");

        Counted changed = look(kept);

        assertThat(changed.changed()).isTrue();
        assertThat(changed.at()).isEqualTo(before.at());
        assertThat(answersOf(changed)).as("of words that nobody has counted").isZero();
        assertThat(changed.figures()).hasSameSizeAs(before.figures());
        assertThat(others(changed)).isEqualTo(others(before));
        Counted counted = Eventually.value(() -> look(kept), one -> !one.changed());
        assertThat(answersOf(counted)).isEqualTo(2);
        JobsAtRest.await();
    }

    @Test
    void aCountThatBeganEarlierOutdatesNone() throws SQLException {
        county.run(COUNTY, () -> kept.count(curriculum.course(COURSE)));
        Counted last = look(kept);
        answer(Ids.next(), DAY, 1, true, true);
        Clock slow = Clock.offset(clock, Duration.ofMinutes(-5));

        county.run(COUNTY, () -> new QuestionFigures(
                        statistics, curriculum, reads, writes, county, config, jobs, json, slow)
                .count(curriculum.course(COURSE)));

        assertThat(look(kept)).isEqualTo(last);
    }

    /** Among many other records of the county; the lock of PostgreSQL lets no index see what is inside of JSON. */
    @Test
    void evenACountReadsTheAnswersAloneAndALookNoTableFromEndToEnd() throws SQLException {
        execute("insert into sync_records (county, person, id, type, at, received_at, data) select '" + COUNTY
                + "', gen_random_uuid(), gen_random_uuid(), case when n % 50 = 0 then 'quiz.submitted' else"
                + " 'lesson.opened' end, now(), now(), '{\"lesson\": \"" + LESSON
                + "\"}' from generate_series(1, 20000) n");
        execute("analyze sync_records");
        String[] lessons = {LESSON};
        assertThat(plan(ItemStatistics.VERSIONS, COUNTY, lessons))
                .contains("quiz_answers")
                .doesNotContain("Seq Scan");
        assertThat(plan(ItemStatistics.FIGURES, "[]", COUNTY, lessons))
                .contains("quiz_answers")
                .doesNotContain("Seq Scan");
        assertThat(plan(QuestionFigures.LAST, COUNTY, COURSE)).contains("Index Scan");
    }

    private String plan(String statement, Object... parameters) {
        return county.as(
                COUNTY,
                () -> String.join("\n", reads.rows("explain " + statement, row -> row.getString(1), parameters)));
    }

    private Counted look(QuestionFigures figures) {
        return county.as(COUNTY, () -> figures.of(curriculum.course(COURSE)));
    }

    private static List<ItemFigures> others(Counted counted) {
        return counted.figures().stream()
                .filter(one -> !one.lesson().equals(LESSON))
                .toList();
    }

    private int answersOf(Counted counted) {
        return counted.figures().stream()
                .filter(one -> one.lesson().equals(LESSON))
                .findFirst()
                .orElseThrow()
                .answers();
    }

    private ItemFigures figures(int index) {
        return county.as(COUNTY, () -> statistics.of(curriculum.course(COURSE))).stream()
                .filter(one -> one.lesson().equals(LESSON)
                        && one.item().equals(items.get(index).id()))
                .findFirst()
                .orElseThrow();
    }

    private void answer(UUID person, Instant at, int seconds, boolean right, boolean rightFirst) throws SQLException {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("lesson", LESSON)
                .put("version", curriculum.lesson(LESSON).version());
        ObjectNode answers = data.putObject("answers");
        ObjectNode looks = data.putObject("seconds");
        for (Quiz.Item item : items) {
            boolean known = item == items.get(0) ? rightFirst : right;
            (known ? item.answers() : wrong(item)).forEach(answers.withArray(item.id())::add);
            looks.put(item.id(), seconds);
        }
        try (PreparedStatement insert =
                owner.prepareStatement("insert into sync_records (county, person, id, type, at, received_at, data)"
                        + " values (?, ?, ?, 'quiz.submitted', ?, now(), ?::jsonb)")) {
            insert.setString(1, COUNTY);
            insert.setObject(2, person);
            insert.setObject(3, Ids.next());
            insert.setTimestamp(4, Timestamp.from(at));
            insert.setString(5, data.toString());
            insert.executeUpdate();
        }
    }

    /** Of several or of steps, one is too few; of one, another. */
    private static List<String> wrong(Quiz.Item item) {
        if (item.answers().size() > 1) {
            return item.answers().subList(1, item.answers().size());
        }
        return List.of(item.options().keySet().stream()
                .filter(letter -> !item.answers().contains(letter))
                .findFirst()
                .orElseThrow());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
