package org.tianbo.cohort.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/**
 * What an officer asks every day, and the links from home that answer it: three at the most. Needs the pages of every
 * feature.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TenQuestionsIT extends StuckCounty {

    private static final int MOST_CLICKS = 3;
    private static final String CLASS_PAGE = "/cohorts/" + CLASS;

    private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("What waits for me, and what waits longest?", List.of());
        QUESTIONS.put("Who is stuck, and why?", List.of("/stuck"));
        QUESTIONS.put("Whom do I call today?", List.of("/stuck", "/calls"));
        QUESTIONS.put("Which mentor has to be reminded of a review?", List.of("/cohorts/overdue"));
        QUESTIONS.put("Who gets a certificate?", List.of("/certification"));
        QUESTIONS.put("Who cannot sign in, for want of a card?", List.of(CLASS_PAGE + "/cards"));
        QUESTIONS.put("Who has no mentor?", List.of(CLASS_PAGE + "/mentors?without=true"));
        QUESTIONS.put("Which stores are open, and whose papers are to be looked at?", List.of("/stores"));
        QUESTIONS.put("What takes place this week?", List.of("/attendance"));
        QUESTIONS.put("How far has a class come, and who left?", List.of("/cohorts", CLASS_PAGE));
    }

    @Test
    void eachIsAnsweredWithinThreeClicksFromHome() throws SQLException {
        enrolled(1, 2, "LEARNING");
        county.each("readiness (trainee, reviews, mark, ready_at)", "{person}, 2, 80, now()", 1, 1);
        county.each(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft,"
                        + " version)",
                "{person}, {person}, {person}, 1, 't', 'f', now(), now(), 'WAITING', '{}', 0",
                2,
                2);
        county.each("overdue_notices (id, review, told_at)", "{person}, {person}, now()", 2, 2);

        assertThat(QUESTIONS).hasSize(10);
        QUESTIONS.forEach((question, clicks) -> {
            assertThat(clicks).as(question).hasSizeLessThanOrEqualTo(MOST_CLICKS);
            String page = html("/");
            for (String address : clicks) {
                assertThat(page).as(question).contains("href=\"" + address + "\"");
                page = html(address);
            }
        });
    }

    @Test
    void anybodyIsFoundFromHomeByTypingTheirName() throws SQLException {
        enrolled(1, 2, "LEARNING");
        assertThat(html("/")).contains("action=\"/people\"");
        assertThat(html("/people?q=name")).contains("name 1<");
    }
}
