package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/**
 * Lists that a county or a class can grow are read a page at a time, each line once, and counted by the database. Needs
 * the statements that are really sent.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LongListsIT extends LongCounty {

    private static final Pattern CLASSES = Pattern.compile("<th scope=\"row\"><a href=\"/cohorts/([-0-9a-f]{36})\"");

    @Test
    void classes() throws SQLException {
        classes(1, FEW);
        Cost few = cost(OFFICER, "/cohorts");
        classes(FEW + 1, PEOPLE);

        cost(OFFICER, "/cohorts").isNotMoreThan(few);
        List<UUID> found = walk(OFFICER, "/cohorts", CLASSES);
        assertThat(found).hasSize(PEOPLE + 1).doesNotHaveDuplicates().startsWith(CLASS);

        List<String> ids = new ArrayList<>();
        Response list = Tokens.as(OFFICER).get("/api/cohorts?limit=90");
        while (ids.addAll(list.jsonPath().getList("id")) && list.header("Link") != null) {
            list = Tokens.as(OFFICER).get(list.header("Link").replaceAll("<(.*)>.*", "$1"));
        }
        assertThat(ids).isEqualTo(found.stream().map(UUID::toString).toList());
    }

    @Test
    void cardsOfAClassThoseWithoutOneFirst() throws SQLException {
        String cards = "/cohorts/" + CLASS + "/cards";
        enrolled(1, FEW);
        Cost few = cost(OFFICER, cards);
        enrolled(FEW + 1, PEOPLE);
        each(
                "cards (county, id, person, login, issued_by, issued_at)",
                "gen_random_uuid(), " + person() + ", 'l', " + person() + ", now()",
                1,
                110);

        cost(OFFICER, cards).isNotMoreThan(few);
        assertThat(walk(OFFICER, cards, BOXES)).isEqualTo(people(111, PEOPLE, 1, 110));
        String first = page(OFFICER, cards);
        assertThat(first).contains("230 people", "120");
        assertThat(first.split(" checked", -1))
                .as("as many as are made at once")
                .hasSize(41);
        assertThat(page(OFFICER, next(first))).doesNotContain(" checked");
    }

    private void classes(int from, int through) throws SQLException {
        each(
                "cohorts (county, id, name, starts_on, ends_on, opened_at)",
                person() + ", 'class ' || n, date '2026-01-01' + n / 7, date '2029-01-01', now()",
                from,
                through);
    }
}
