package org.tianbo.cohort.page.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.OwnCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** An officer brings the borders of villages; needs the pages, roles and row-level security. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MapPagesIT {

    private static final String COUNTY = "mapped-county";

    /** A token names the person it was given to, and each test has its own county with its own people. */
    private static int times;

    private static final String PAGE = "/dashboards/map";
    private static final String SHAPE = "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[115.1,28.1],[115.2,28.1],[115.2,28.2],[115.1,28.1]]]}}";
    private static final String BORDERS =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"name\":\"村1\"},"
                    + SHAPE + ",{\"type\":\"Feature\",\"properties\":{\"name\":\"<b>别处\\u0000\"}," + SHAPE + "]}";

    @Inject
    Newcomers newcomers;

    private OwnCounty county;
    private String officer;

    @BeforeEach
    void aCountyOfTwoVillages() throws SQLException {
        county = OwnCounty.make(COUNTY);
        officer = "brings-borders-" + ++times;
        newcomers.join(COUNTY, officer, Roles.OFFICER);
        county.each("villages (id, town, name)", "{person}, '镇', '村' || n", 1, 2);
        county.each(
                "village_counts (village, enrolled, learning, practising, graded, ready, certified, store_opened,"
                        + " first_order, steady_3, steady_6, steady_12, gone)",
                "{person}, n * 4, n * 4, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0",
                1,
                2);
    }

    @AfterEach
    void remove() throws SQLException {
        county.close();
    }

    @Test
    void withoutBordersThereIsATableAndNoMap() {
        String page = page();

        assertThat(page)
                .contains(
                        "There are no borders of villages yet",
                        "镇 村1",
                        "Fewer than 5 people: no share",
                        ">8</a>",
                        "25%")
                .doesNotContain("data-chart", "data-borders");
    }

    @Test
    void whatIsNoFileOfBordersIsRefusedBesideTheFieldAndNothingIsLost() {
        take(BORDERS).statusCode(303);

        assertThat(take("{").statusCode(422).extract().asString()).contains("its JSON is broken");
        assertThat(take(BORDERS.replace("村1", "不认识")).statusCode(422).extract().asString())
                .contains("No place of the file is a village of this county");
        assertThat(page()).contains("data-chart=\"map\"");
    }

    @Test
    void bordersAreMatchedWithVillagesAndWhatIsNoneIsListed() {
        take(BORDERS).statusCode(303);

        assertThat(page())
                .contains("data-chart=\"map\"", "1 of 2 villages are on the map", "1 places of the file", "&lt;b&gt;别处")
                .contains("data-village=\"" + OwnCounty.person(2) + "\" data-share=\"25\"")
                .contains("data-village=\"" + OwnCounty.person(1) + "\">");
        assertThat(Tokens.as(officer).get(PAGE + "/borders.json").asString())
                .contains(OwnCounty.person(1).toString())
                .doesNotContain("别处");
        assertThat(Downloads.rows(officer, PAGE + "/villages.{format}"))
                .as("the file, and no share of few people")
                .extracting(row -> row.get(4))
                .containsExactlyInAnyOrder("25", "");
        assertThat(Tokens.as("officer1").get(PAGE + "/borders.json").asString()).contains("\"features\":[]");
        assertThat(Tokens.as("auditor1").accept("text/html").get(PAGE).asString())
                .doesNotContain("borders-form");
        assertThat(Tokens.as("mentor1").get(PAGE).statusCode()).isEqualTo(403);
    }

    private ValidatableResponse take(String file) {
        return Tokens.as(officer)
                .redirects()
                .follow(false)
                .accept("text/html")
                .header("Accept-Language", "en")
                .multiPart("file", "villages.geojson", file.getBytes(StandardCharsets.UTF_8), "application/geo+json")
                .post(PAGE)
                .then();
    }

    private String page() {
        return Tokens.as(officer)
                .accept("text/html")
                .header("Accept-Language", "en")
                .get(PAGE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
