package org.tianbo.practice.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What a phone sends of a plan, and what the next plan is offered. In the application, for all of it is wiring. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {PlanIT.TRAINEE, PlanIT.OTHER},
        mentor = "mentor1")
class PlanIT {

    static final String OTHER = "plan-other";
    static final String TRAINEE = "plan";
    private static final String PLAN =
            """
            {"title": "冻米糖", "format": "product-loop", "products": ["冻米糖"],
             "facts": [{"name": "冻米糖", "price": "<b>39 块 9</b>", "weight": "5 斤", "origin": "河口村"}],
             "steps": [{"ref": "own-1", "seconds": 30, "title": "唱<i>一句", "words": "喂"},
                       {"ref": "hook", "seconds": 20}],
             "goal": "先报<script>重量"}""";

    private static final String SOLD_LINES =
            "insert into order_lines (county, store, platform, order_no, item_no, product, quantity, paid_fen,"
                    + " refunded_fen, state, after_sale, ordered_at, host_id, host_name, buyer_key, address_key,"
                    + " imported) values ";

    private static final String SOLD_LINE =
            "('fengcheng', '%1$s', 'douyin', 'n%2$d', '1', '%3$s', 1, 100, 0, 'COMPLETED', 'NONE',"
                    + " timestamptz '2026-06-01' + interval '%4$d days', '', '', 'b', 'a', '%1$s')";

    @Inject
    Newcomers newcomers;

    @Test
    void aPlanIsMadeOnceAndNotChangedAfterwards() {
        UUID id = Ids.next();
        put(TRAINEE, id, PLAN).then().statusCode(201);
        put(TRAINEE, id, PLAN).then().statusCode(200);
        put(TRAINEE, id, PLAN.replace("\"seconds\": 20", "\"seconds\": 25"))
                .then()
                .statusCode(409);
        put(TRAINEE, id, PLAN.replace("5 斤", "4 斤")).then().statusCode(409);
        put(OTHER, id, PLAN).then().statusCode(404);
    }

    /** While versions change, a newer phone may meet an older server first. */
    @Test
    void whatOnlyALaterVersionKnowsIsKeptAndIsPartOfThePlan() {
        UUID id = Ids.next();
        String later = PLAN.replace("\"goal\":", "\"viewers\": {\"seats\": 2}, \"goal\":")
                .replace("\"origin\":", "\"harvest\": 2026, \"origin\":");
        put(TRAINEE, id, later).then().statusCode(201);
        put(TRAINEE, id, later).then().statusCode(200);
        put(TRAINEE, id, later.replace("2026", "2027")).then().statusCode(409);
        put(TRAINEE, id, PLAN).then().statusCode(409);
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}/plan", id)
                .then()
                .statusCode(200)
                .body("viewers.seats", equalTo(2))
                .body("facts[0].harvest", equalTo(2026))
                .body("facts[0].origin", equalTo("河口村"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'price': '<b>39 块 9</b>'  | 'price': 39.9            | 422
                    'seconds': 20             | 'seconds': '20'          | 422
                    'seconds': 20             | 'seconds': 20.5          | 422
                    'seconds': 20             | 'seconds': 2             | 422
                    'ref': 'hook'             | 'ref': 'own-1'           | 422
                    'ref': 'hook'             | 'ref': '../x'            | 422
                    'name': '冻米糖'            | 'name': ''               | 422
                    'goal': '先报<script>重量' | 'goal': ['a']            | 422
                    """)
    void whatNoPhoneSendsIsRefusedAndNothingIsKept(String what, String instead, int status) {
        UUID id = Ids.next();
        String broken = PLAN.replace(what.replace('\'', '"'), instead.replace('\'', '"'));
        assertThat(broken).isNotEqualTo(PLAN);
        put(TRAINEE, id, broken).then().statusCode(status);
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().statusCode(404);
    }

    @Test
    void aPlanOfMoreThanThreeHoursNamesItsField() {
        String steps = "{\"ref\": \"own-%d\", \"seconds\": 3600, \"title\": \"x\"},";
        put(
                        TRAINEE,
                        Ids.next(),
                        PLAN.replace(
                                "\"steps\": [",
                                "\"steps\": [" + steps.formatted(2) + steps.formatted(3) + steps.formatted(4)))
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.plan-too-long"))
                .body("errors.field", hasItem("steps"));
    }

    @Test
    void theMentorReadsThePlanAsTextAndItsGoalIsCarriedOver() {
        UUID id = Ids.next();
        put(OTHER, id, PLAN).then().statusCode(201);
        Attempts.record(OTHER, id);
        String review = Reviews.published("mentor1", id);
        String desk = Tokens.page("mentor1", "/mentoring/" + review);
        assertThat(desk)
                .contains("先报&lt;script&gt;重量")
                .contains("冻米糖 · &lt;b&gt;39 块 9&lt;/b&gt; · 5 斤 · 河口村")
                .doesNotContain("<b>39")
                .doesNotContain("先报<script>");

        String plan = Tokens.page(OTHER, "/practice/new");
        assertThat(plan)
                .contains("先报重量和价钱")
                .contains("value=\"&lt;b&gt;39 块 9&lt;/b&gt;\"")
                .contains("value=\"河口村\"");
        assertThat(Tokens.page(OTHER, "/practice/" + id)).contains("先报&lt;script&gt;重量");
    }

    @Test
    void whatTheStoreHasSoldIsOfferedTheLatestFirst() throws SQLException {
        UUID seller = newcomers.join("sells-already", Roles.TRAINEE);
        assertThat(Tokens.page("sells-already", "/practice/new")).doesNotContain("data-sold=");
        String lines = IntStream.range(0, 8)
                .mapToObj(day -> SOLD_LINE.formatted(seller, day, "干货 <" + day + ">", day))
                .collect(Collectors.joining(","));
        asOwner(
                """
                insert into stores (county, id, trainee, path, began_at)
                values ('fengcheng', '%1$s', '%1$s', 'own-produce', now())"""
                        .formatted(seller),
                SOLD_LINES + lines);
        try {
            Matcher sold =
                    Pattern.compile("data-sold=\"([^\"]*)\"").matcher(Tokens.page("sells-already", "/practice/new"));
            assertThat(sold.results().map(one -> one.group(1)).toList())
                    .containsExactly(
                            "干货 &lt;7&gt;",
                            "干货 &lt;6&gt;",
                            "干货 &lt;5&gt;",
                            "干货 &lt;4&gt;",
                            "干货 &lt;3&gt;",
                            "干货 &lt;2&gt;");
        } finally {
            asOwner(
                    "delete from order_lines where store = '%s'".formatted(seller),
                    "delete from stores where id = '%s'".formatted(seller));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void thePlanPageIsSmallAndNamesContentThatIsKeptForEver(String language) throws IOException {
        assertThat(gzipped("/practice/new", language)).isLessThan(9_000);

        String path = contentOf(TRAINEE, language);
        Response content = RestAssured.given().header("Accept-Encoding", "gzip").get(path);
        content.then().statusCode(200);
        assertThat(content.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(content.jsonPath().getList("audiences")).hasSizeGreaterThanOrEqualTo(15);
        assertThat(content.jsonPath().getList("shows.slug", String.class)).contains("pitch", "full-rehearsal");
        assertThat(content.jsonPath().getList("phrases")).hasSizeGreaterThan(30);
        assertThat(contentOf(OTHER, language)).isEqualTo(path);
    }

    @Test
    void underANameThatIsNotItsOwnContentIsNotKept() {
        Response other = RestAssured.get("/practice-content/zh-0123456789abcdef.json");
        other.then().statusCode(200);
        assertThat(other.header("Cache-Control")).isEqualTo("no-store");
        RestAssured.get("/practice-content/fr-0123456789abcdef.json").then().statusCode(404);
    }

    private static Response put(String login, UUID id, String plan) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(plan.getBytes(StandardCharsets.UTF_8))
                .put("/api/attempts/{id}", id);
    }

    private static String contentOf(String login, String language) {
        String page = Tokens.as(login)
                .accept("text/html")
                .header("Accept-Language", language)
                .get("/practice/new")
                .asString();
        Matcher named = Pattern.compile("data-pack=\"([^\"]+)\"").matcher(page);
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    private static int gzipped(String path, String language) throws IOException {
        String page = Tokens.as(TRAINEE)
                .accept("text/html")
                .header("Accept-Language", language)
                .get(path)
                .asString();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
