package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/** The lists of a county's mentors and reviews, page by page. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongMentorListsIT extends LongCounty {

    private static final int QUEUE_PAGE = 50;
    private static final Pattern REVIEWS = Pattern.compile("<td><a href=\"/mentoring/([-0-9a-f]{36})\"");

    @Test
    void mentorsOfAClass() throws SQLException {
        String mentors = "/cohorts/" + CLASS + "/mentors";
        enrolled(1, FEW);
        mentored(1, FEW);
        Cost few = cost(OFFICER, mentors);
        enrolled(FEW + 1, PEOPLE);
        mentored(FEW + 1, 110);

        cost(OFFICER, mentors).isNotMoreThan(few);
        assertThat(walk(OFFICER, mentors, BOXES)).isEqualTo(people(1, PEOPLE));
        assertThat(walk(OFFICER, mentors + "?without=true", BOXES)).isEqualTo(people(111, PEOPLE));
        assertThat(walk(OFFICER, mentors + "?of=" + mentor, BOXES)).isEqualTo(people(1, 110));
        assertThat(page(OFFICER, "/cohorts/" + CLASS))
                .contains("/mentors?without=true")
                .contains("120");
    }

    @Test
    void reviewsOverdue() throws SQLException {
        enrolled(1, 20);
        waiting(1, FEW);
        Cost few = cost(OFFICER, "/cohorts/overdue");
        waiting(FEW + 1, PEOPLE);

        cost(OFFICER, "/cohorts/overdue").isNotMoreThan(few);
        assertThat(walk(OFFICER, "/cohorts/overdue", REVIEWS)).isEqualTo(people(1, PEOPLE));
        assertThat(walk(OFFICER, "/cohorts/overdue?cohort=" + CLASS, REVIEWS)).isEqualTo(people(1, 20));
        assertThat(page(OFFICER, "/cohorts/overdue")).contains("<span class=\"tag bad\">230</span>");
        assertThat(page(OFFICER, "/cohorts/overdue?cohort=" + CLASS)).contains("<span class=\"tag bad\">20</span>");
    }

    @Test
    void theQueueOfAMentor() throws SQLException {
        mentored(1, PEOPLE - 10);
        waiting(1, FEW);
        Cost few = cost(mentorsLogin, "/mentoring");
        waiting(FEW + 1, PEOPLE);

        cost(mentorsLogin, "/mentoring").isNotMoreThan(few);
        assertThat(walk(mentorsLogin, "/mentoring", REVIEWS)).isEqualTo(people(1, PEOPLE - 10));
        assertThat(page(mentorsLogin, "/mentoring").split("<th scope=\"row\">", -1))
                .hasSize(QUEUE_PAGE + 1);
    }

    private void mentored(int from, int through) throws SQLException {
        each(
                "mentorships (county, id, mentor, trainee)",
                "gen_random_uuid(), '" + mentor + "', " + person(),
                from,
                through);
    }

    /** Handed in one after the other, some at the same time, and told of as overdue. */
    private void waiting(int from, int through) throws SQLException {
        each(
                "reviews (county, id, trainee, attempt, attempt_no, title, format, submitted_at, due_at, state, "
                        + "draft, version)",
                person() + ", " + person() + ", " + person()
                        + ", 1, 't', 'product-loop', timestamp '2026-01-01' + n / 7 * interval '1 hour',"
                        + " timestamp '2026-01-02' + n / 7 * interval '1 hour', 'WAITING',"
                        + " '{\"marks\":{},\"compliance\":{\"broken\":false},\"moments\":[],\"keep\":[]}', 0",
                from,
                through);
        each(
                "overdue_notices (county, id, review, told_at)",
                "gen_random_uuid(), " + person() + ", now()",
                from,
                through);
    }
}
