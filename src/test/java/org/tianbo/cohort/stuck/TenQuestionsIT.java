package org.tianbo.cohort.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/**
 * What an officer asks every day, and the links from the first page that answer it, as the documentation lists them:
 * three at the most. Needs the pages of every feature.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TenQuestionsIT extends StuckCounty {

    private static final Path LIST = Path.of("src/docs/officers-day.md");
    private static final Pattern LINE = Pattern.compile("\\| ([^|]+\\?) \\| ([^|]+) \\|");
    private static final Pattern LINK = Pattern.compile("`([^`]+)`");
    private static final int MOST_CLICKS = 3;

    @Test
    void eachIsAnsweredWithinThreeClicksFromTheFirstPage() throws SQLException, IOException {
        enrolled(1, 2, "LEARNING");
        county.each("readiness (trainee, reviews, mark, ready_at)", "{person}, 2, 80, now()", 1, 1);
        county.each(
                "reviews (id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, draft,"
                        + " version)",
                "{person}, {person}, {person}, 1, 't', 'f', now(), now(), 'WAITING', '{}', 0",
                2,
                2);
        county.each("overdue_notices (id, review, told_at)", "{person}, {person}, now()", 2, 2);

        Map<String, List<String>> questions = questions();
        assertThat(questions).hasSize(10);
        questions.forEach((question, clicks) -> {
            assertThat(clicks).as(question).hasSizeLessThanOrEqualTo(MOST_CLICKS);
            String page = html("/today");
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

    private static Map<String, List<String>> questions() throws IOException {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        Matcher lines = LINE.matcher(Files.readString(LIST));
        while (lines.find()) {
            questions.put(
                    lines.group(1),
                    LINK.matcher(lines.group(2))
                            .results()
                            .map(link -> link.group(1).replace("{class}", CLASS.toString()))
                            .toList());
        }
        return questions;
    }
}
