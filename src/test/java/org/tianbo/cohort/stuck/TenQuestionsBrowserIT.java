package org.tianbo.cohort.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.browser.Desk;

/**
 * What an officer asks every day, and the links from the first page that answer it, as the documentation lists them:
 * three at the most, each clicked where it is to be seen, and the answer read at the end. Needs the pages of every
 * feature, and a browser, for only that knows what can be clicked.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TenQuestionsBrowserIT extends StuckCounty {

    private static final Path LIST = Path.of("src/docs/officers-day.md");
    private static final Pattern LINE = Pattern.compile("\\| ([^|]+\\?) \\| ([^|]+) \\|");
    private static final Pattern LINK = Pattern.compile("`([^`]+)`");
    private static final int MOST_CLICKS = 3;

    /** In the order of the questions: who is named, and what of them. */
    private static final List<List<String>> ANSWERS = List.of(
            List.of("人停下来了", "最久的等了 21 天"),
            List.of("name 1", "没再学", "name 2", "等点评"),
            List.of("name 1", "13800000001"),
            List.of("teacher 9", "name 2", "卖米"),
            List.of("name 1"),
            List.of("name 1", "name 2"),
            List.of("name 1"),
            List.of("name 1", "在准备"),
            List.of("怎么选品"),
            List.of("name 3", "搬走了"));

    private record Question(String words, List<String> clicks) {}

    @Test
    void eachIsAnsweredWithinThreeClicksFromTheFirstPage() throws SQLException, IOException {
        somethingToAnswer();
        List<Question> questions = questions();
        assertThat(questions).hasSameSizeAs(ANSWERS).hasSize(10);
        try (Desk desk = Desk.of(officer)) {
            for (int number = 0; number < questions.size(); number++) {
                Question question = questions.get(number);
                assertThat(question.clicks()).as(question.words()).hasSizeLessThanOrEqualTo(MOST_CLICKS);
                desk.open("/today");
                for (String address : question.clicks()) {
                    desk.leads(desk.page()
                            .locator("a[href='" + address + "']:visible")
                            .first());
                }
                desk.says(ANSWERS.get(number).toArray(String[]::new));
            }
        }
    }

    @Test
    void anybodyIsFoundFromHomeByTypingTheirName() throws SQLException {
        enrolled(1, 2, "LEARNING");
        assertThat(html("/")).contains("action=\"/people\"");
        assertThat(html("/people?q=name")).contains("name 1<");
    }

    /** One stopped learning, though they could be certified; one waits for a mentor's review; one left. */
    private void somethingToAnswer() throws SQLException {
        enrolled(1, 2, "LEARNING");
        county.each("readiness (trainee, reviews, mark, ready_at)", "{person}, 2, 80, now()", 1, 1);
        county.each("people (id, login, name, created_at)", "{person}, 'stuck-' || n, 'teacher 9', now()", 9, 9);
        county.each("mentorships (id, mentor, trainee)", "gen_random_uuid(), lpad('9', 32, '0')::uuid, {person}", 2, 2);
        county.each(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft,"
                        + " version)",
                "{person}, {person}, {person}, 1, '卖米', 'f', now() - interval '9 days', now(), 'WAITING', '{}', 0",
                2,
                2);
        county.each("overdue_notices (id, review, told_at)", "{person}, {person}, now()", 2, 2);
        county.each("stores (id, trainee, path, began_at)", "{person}, {person}, 'own-produce', now()", 1, 1);
        county.each(
                "gate_evidence (id, store, rule, rule_version, answer, words, link, photo, given_by, given_at)",
                "{person}, {person}, 'edible-farm-produce', '1', 'SHOWN', 'w', '', '', {person}, now()",
                1,
                1);
        county.row(
                "class_sessions (id, cohort, title, kind, guest, credentials, place, plan, begins_at, ends_at,"
                        + " cancelled, created_by, created_at, version)",
                "{person}, '" + CLASS + "', '怎么选品', 'THEORY', 'g', '', 'p', '', now(), now() + interval '1 hour', '',"
                        + " {person}, now(), 0");
        oneLeft();
    }

    private void oneLeft() throws SQLException {
        county.each("people (id, login, name, created_at)", "{person}, 'stuck-' || n, 'name 3', now()", 3, 3);
        county.each(
                "enrolments (id, cohort, trainee, consent, enrolled_at, last_active_at, stage, left_at, left_reason)",
                "gen_random_uuid(), '" + CLASS + "', {person}, 'paper', now(), now(), 'ENROLLED', now(), '搬走了'",
                3,
                3);
        for (String change : List.of("1, 'REACHED'", "2, 'LOST'")) {
            county.each(
                    "milestones (id, cohort, trainee, stage, ordinal, change, at, recorded_at, evidence_kind,"
                            + " evidence_ref, reason)",
                    "gen_random_uuid(), '" + CLASS + "', {person}, 'ENROLLED', " + change
                            + ", now(), now(), 'NOTE', 'n', '搬走了'",
                    3,
                    3);
        }
        county.counted(CLASS);
    }

    private static List<Question> questions() throws IOException {
        List<Question> questions = new ArrayList<>();
        Matcher lines = LINE.matcher(Files.readString(LIST));
        while (lines.find()) {
            questions.add(new Question(
                    lines.group(1),
                    LINK.matcher(lines.group(2))
                            .results()
                            .map(link -> link.group(1).replace("{class}", CLASS.toString()))
                            .toList()));
        }
        return questions;
    }
}
