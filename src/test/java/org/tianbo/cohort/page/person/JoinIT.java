package org.tianbo.cohort.page.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Villagers ask to join by a class's code, and the county decides. Needs PostgreSQL, which keeps who asked. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class JoinIT {

    private static final Pattern LINK = Pattern.compile("https?://[^ \"<]+(/join/fengcheng/[\\w-]{43})");
    private static final Pattern VILLAGE = Pattern.compile("<option value=\"([-0-9a-f]{36})\"");
    private static final Pattern REQUEST = Pattern.compile("id=\"request-([-0-9a-f]{36})\"");
    private static final Pattern KNOWN = Pattern.compile("name=\"as\" value=\"([-0-9a-f]{36})\"");

    @Inject
    Classes classes;

    private UUID cohort;
    private String door;
    private String link;
    private String village;

    @BeforeEach
    void anOpenClassOfTheTestsOwn() {
        cohort = classes.open();
        door = "/cohorts/" + cohort + "/requests";
        officer().formParam("days", "14").post(door + "/door").then().statusCode(303);
        Matcher found = LINK.matcher(desk());
        assertThat(found.find()).isTrue();
        link = found.group(1);
        Matcher first = VILLAGE.matcher(
                nobody().get(link).then().statusCode(200).extract().asString());
        assertThat(first.find()).isTrue();
        village = first.group(1);
    }

    @Test
    void whoAsksTwiceHasAskedOnceAndIsInTheClassOnceSomebodyAgreed() {
        String phone = phone();
        UUID request = UUID.randomUUID();
        ask(request, "赵春梅", phone).then().statusCode(303);
        ask(request, "赵春梅", phone).then().statusCode(303);
        String sent = ask(UUID.randomUUID(), "赵 春梅", phone).getHeader("Location");
        assertThat(nobody().get(sent).then().statusCode(200).extract().asString())
                .contains("role=\"status\"");
        assertThat(waiting()).containsExactly(request);
        assertThat(inClass()).doesNotContain(request.toString());

        officer().post(door + "/" + request + "/taken").then().statusCode(303);
        officer().post(door + "/" + request + "/taken").then().statusCode(303);
        assertThat(waiting()).isEmpty();
        assertThat(inClass()).contains(request.toString());
        assertThat(officer()
                        .header("Accept-Language", "en")
                        .get("/cohorts/{cohort}/trainees/{trainee}", cohort, request)
                        .asString())
                .contains("agreed on the phone");
    }

    @Test
    void whomTheCountyHasIsPointedOutToTheDeskAndToNobodyElse() {
        String phone = phone();
        UUID first = UUID.randomUUID();
        ask(first, "钱玉兰", phone).then().statusCode(303);
        officer().post(door + "/" + first + "/taken").then().statusCode(303);

        UUID second = UUID.randomUUID();
        Response stranger = ask(UUID.randomUUID(), "孙志强", phone());
        Response known = ask(second, "钱玉兰", phone);
        assertThat(known.statusCode()).isEqualTo(stranger.statusCode());
        assertThat(known.getHeader("Location")).isEqualTo(stranger.getHeader("Location"));

        Matcher alike = KNOWN.matcher(desk());
        assertThat(alike.find()).isTrue();
        assertThat(alike.group(1)).isEqualTo(first.toString());
        officer()
                .formParam("as", first.toString())
                .post(door + "/" + second + "/taken")
                .then()
                .statusCode(303);
        assertThat(inClass()).doesNotContain("/trainees/" + second).contains("/trainees/" + first);
    }

    @Test
    void whoIsRefusedIsSoForAReasonAndCanBeThoughtOfAgain() {
        UUID request = UUID.randomUUID();
        ask(request, "周海明", phone()).then().statusCode(303);
        assertThat(officer()
                        .formParam("reason", " ")
                        .post(door + "/" + request + "/refused")
                        .statusCode())
                .isEqualTo(422);
        officer()
                .formParam("reason", "不是本县的")
                .post(door + "/" + request + "/refused")
                .then()
                .statusCode(303);
        assertThat(waiting()).isEmpty();
        assertThat(desk()).contains("不是本县的");
        officer().post(door + "/" + request + "/reconsidered").then().statusCode(303);
        assertThat(waiting()).containsExactly(request);
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, '   '",
        "phone, ''",
        "phone, 12345",
        "village, ''",
        "village, nowhere",
        "village, 00000000-0000-0000-0000-000000000001",
        "consent, -"
    })
    void whatIsMissingIsSaidBesideItsFieldAndNothingIsLost(String field, String value) {
        RequestSpecification form = nobody();
        for (String[] one :
                new String[][] {{"name", "吴建华"}, {"phone", phone()}, {"village", village}, {"consent", "yes"}}) {
            if (!one[0].equals(field)) {
                form.formParam(one[0], one[1]);
            } else if (!"-".equals(value)) {
                form.formParam(field, value);
            }
        }
        Response refused = form.post(link);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("id=\"" + field + "-fault\"");
        if (!field.equals("name")) {
            assertThat(refused.asString()).contains("value=\"吴建华\"");
        }
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aClosedOrInventedCodeLeadsNowhere() {
        String invented = link.substring(0, link.length() - 43) + "A".repeat(43);
        assertThat(nobody().get(invented).statusCode()).isEqualTo(410);
        assertThat(nobody().get(link.replace("fengcheng", "zhenping")).statusCode())
                .isEqualTo(410);
        assertThat(nobody().get(link.replace("fengcheng", "nowhere")).statusCode())
                .isEqualTo(410);
        officer().post(door + "/door/closed").then().statusCode(303);
        assertThat(nobody().get(link).statusCode()).isEqualTo(410);
        assertThat(ask(UUID.randomUUID(), "郑国强", phone()).statusCode()).isEqualTo(410);
        assertThat(desk()).doesNotContain("/join/fengcheng/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "181", "x", "", "99999"})
    void aClassIsOpenForDaysThatCanBe(String days) {
        assertThat(officer().formParam("days", days).post(door + "/door").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "mentor1", "trainee1"})
    void othersMayNotDecide(String login) {
        assertThat(as(login).get(door).statusCode()).isEqualTo(403);
        assertThat(as(login).post(door + "/" + UUID.randomUUID() + "/taken").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherCountysOfficerSeesNoRequests() {
        UUID request = UUID.randomUUID();
        ask(request, "冯秀英", phone()).then().statusCode(303);
        assertThat(as("officer2").get(door).statusCode()).isEqualTo(404);
        assertThat(as("officer2").post(door + "/" + request + "/taken").statusCode())
                .isEqualTo(404);
        assertThat(as("officer2").formParam("days", "1").post(door + "/door").statusCode())
                .isEqualTo(404);
        assertThat(waiting()).containsExactly(request);
    }

    private Response ask(UUID request, String name, String phone) {
        return nobody().formParam("request", request.toString())
                .formParam("name", name)
                .formParam("phone", phone)
                .formParam("village", village)
                .formParam("consent", "yes")
                .post(link);
    }

    private List<UUID> waiting() {
        return REQUEST.matcher(desk())
                .results()
                .map((MatchResult one) -> UUID.fromString(one.group(1)))
                .toList();
    }

    private String desk() {
        return officer().get(door).then().statusCode(200).extract().asString();
    }

    private String inClass() {
        return officer()
                .get("/people?cohort=" + cohort)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static RequestSpecification nobody() {
        return form(given());
    }

    private static RequestSpecification officer() {
        return as("officer1");
    }

    private static RequestSpecification as(String login) {
        return form(Tokens.as(login));
    }

    private static RequestSpecification form(RequestSpecification by) {
        return by.accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    private static String phone() {
        return "137" + (10_000_000 + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 89_999_999));
    }
}
