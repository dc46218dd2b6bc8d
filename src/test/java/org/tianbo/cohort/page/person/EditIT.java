package org.tianbo.cohort.page.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
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

/** People added, corrected and moved one by one. Needs PostgreSQL, which keeps what stood there before. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class EditIT {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
    private static final Pattern CORRECTION = Pattern.compile("name=\"correction\" value=\"([^\"]+)\"");
    private static final Pattern FILE = Pattern.compile("/cohorts/[-0-9a-f]+/trainees/([-0-9a-f]{36})$");

    @Inject
    Classes classes;

    private UUID cohort;
    private UUID trainee;

    @BeforeEach
    void aTraineeOfTheTestsOwn() {
        cohort = classes.open();
        trainee = classes.enrol(cohort, 1).get(0);
    }

    @Test
    void whatIsChangedIsKeptAndCanBeChangedBack() {
        String phone = phone();
        change("name", "张 桂英", "phone", phone, "note", "左手不便").then().statusCode(303);
        String page = editor();
        assertThat(page).contains("value=\"张桂英\"", "value=\"" + phone + "\"", "左手不便", "县里干事改的");
        assertThat(found("q=" + phone.substring(5) + " zgy")).contains(trainee.toString());
        assertThat(file()).contains("演示", "张桂英");

        // The latest of a field can be taken back; the others can not, for something else stands there now.
        assertThat(CORRECTION.matcher(page).results().count()).isEqualTo(3);
        Matcher first = CORRECTION.matcher(page.substring(page.indexOf("id=\"changes\"")));
        while (first.find()) {
            as("officer1")
                    .formParam("correction", first.group(1))
                    .post(address() + "/undo")
                    .then()
                    .statusCode(303);
        }
        assertThat(editor()).contains("value=\"演示\"").doesNotContain("value=\"" + phone + "\"");
        assertThat(found("q=" + phone.substring(5) + " zgy")).doesNotContain(trainee.toString());
    }

    @Test
    void whoeverDidNotSeeAnothersChangeOverwritesNothing() {
        String seen = seen();
        change("name", "王秀兰").then().statusCode(303);
        Response late =
                as("officer1").formParam("seen", seen).formParam("name", "李秀兰").post(address());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("role=\"alert\"", "李秀兰");
        assertThat(editor()).contains("value=\"王秀兰\"").doesNotContain("李秀兰");
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "phone, 1234", "village, nowhere", "village, 00000000-0000-0000-0000-000000000001"})
    void whatCannotBeIsSaidBesideItsFieldAndNothingIsLost(String field, String value) {
        RequestSpecification form = as("officer1").formParam("seen", seen()).formParam("note", "typed with care");
        Response refused = form.formParam(field, value)
                .formParam(field.equals("name") ? "category" : "name", "x")
                .post(address());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("id=\"" + field + "-fault\"", "typed with care");
        assertThat(editor()).contains("value=\"演示\"");
    }

    @Test
    void whoMovesTakesAlongWhatTheyReachedAndCanMoveBack() {
        UUID other = classes.open();
        move(cohort, other).then().statusCode(303);
        assertThat(found("cohort=" + other)).contains(trainee.toString());
        assertThat(found("cohort=" + cohort + "&left=yes")).contains(trainee.toString());
        assertThat(found("cohort=" + cohort + "&left=no")).doesNotContain(trainee.toString());

        move(other, cohort).then().statusCode(303);
        move(other, cohort).then().statusCode(303);
        assertThat(found("cohort=" + cohort + "&left=no")).contains(trainee.toString());
        assertThat(found("cohort=" + other + "&left=yes")).contains(trainee.toString());
        assertThat(move(cohort, cohort).statusCode()).isEqualTo(422);
        assertThat(move(cohort, UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoLeftComesBackIntoTheClass() {
        as("officer1").formParam("reason", "").post(address() + "/leave").then().statusCode(422);
        as("officer1")
                .formParam("reason", "去打工")
                .post(address() + "/leave")
                .then()
                .statusCode(303);
        assertThat(file()).contains("去打工");
        assertThat(found("cohort=" + cohort + "&left=yes")).contains(trainee.toString());

        as("officer1").post(address() + "/return").then().statusCode(303);
        as("officer1").post(address() + "/return").then().statusCode(303);
        assertThat(found("cohort=" + cohort + "&left=no")).contains(trainee.toString());
        assertThat(Tokens.as("officer1")
                        .get("/api/cohorts/{cohort}/funnel", cohort)
                        .asString())
                .contains("\"left\":0");
    }

    @Test
    void onePersonIsAddedOnceAndWhoLooksAlikeIsPointedOutFirst() {
        String phone = phone();
        UUID id = UUID.randomUUID();
        String added = add(id, "陈建国", phone, null).getHeader("Location");
        assertThat(add(id, "陈建国", phone, null).getHeader("Location")).isEqualTo(added);
        assertThat(id(added)).isEqualTo(id);
        assertThat(found("q=" + phone)).contains(id.toString());

        UUID next = UUID.randomUUID();
        Response asked = add(next, "陈国建", phone, null);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString()).contains("value=\"" + id + "\"", "陈建国");
        assertThat(id(add(next, "陈国建", phone, "").getHeader("Location"))).isEqualTo(next);
        assertThat(id(add(UUID.randomUUID(), "陈建国", phone, id.toString()).getHeader("Location")))
                .isEqualTo(id);
    }

    @Test
    void withoutConsentNobodyIsAdded() {
        Response refused = as("officer1").formParam("name", "陈建国").post("/cohorts/{cohort}/add", cohort);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("id=\"consent-fault\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor1", "mentor1", "trainee1"})
    void othersMayNotEdit(String login) {
        assertThat(as(login).get(address()).statusCode()).isEqualTo(403);
        assertThat(as(login).post(address() + "/leave").statusCode()).isEqualTo(403);
        assertThat(as(login).get("/cohorts/{cohort}/add", cohort).statusCode()).isEqualTo(403);
    }

    @Test
    void anotherCountysOfficerFindsNobodyToEdit() {
        assertThat(as("officer2").get(address()).statusCode()).isEqualTo(404);
        assertThat(as("officer2").formParam("name", "x").post(address()).statusCode())
                .isEqualTo(404);
        assertThat(as("officer2").post(address() + "/return").statusCode()).isEqualTo(404);
        assertThat(add("officer2", UUID.randomUUID(), "x", phone(), null).statusCode())
                .isEqualTo(404);
    }

    private Response change(String... fields) {
        RequestSpecification form = as("officer1").formParam("seen", seen());
        for (int field = 0; field < fields.length; field += 2) {
            form.formParam(fields[field], fields[field + 1]);
        }
        return form.post(address());
    }

    private Response move(UUID from, UUID to) {
        return as("officer1")
                .formParam("to", to.toString())
                .post("/cohorts/" + from + "/trainees/" + trainee + "/edit/move");
    }

    private Response add(UUID id, String name, String phone, String same) {
        return add("officer1", id, name, phone, same);
    }

    /** @param same null for a form that was not asked who it is; empty for somebody else */
    private Response add(String login, UUID id, String name, String phone, String same) {
        RequestSpecification form = as(login)
                .formParam("person", id.toString())
                .formParam("name", name)
                .formParam("phone", phone)
                .formParam("consent", "yes");
        if (same != null) {
            form.formParam("same", same).formParam("other", "yes");
        }
        return form.post("/cohorts/{cohort}/add", cohort);
    }

    private static UUID id(String address) {
        Matcher file = FILE.matcher(address);
        assertThat(file.find()).isTrue();
        return UUID.fromString(file.group(1));
    }

    private String seen() {
        Matcher seen = SEEN.matcher(editor());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private String editor() {
        return as("officer1").get(address()).then().statusCode(200).extract().asString();
    }

    private String file() {
        return as("officer1")
                .get("/cohorts/" + cohort + "/trainees/" + trainee)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String found(String query) {
        return as("officer1")
                .get("/people?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String address() {
        return "/cohorts/" + cohort + "/trainees/" + trainee + "/edit";
    }

    private static RequestSpecification as(String login) {
        return Tokens.as(login)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    private static String phone() {
        return "139" + (10_000_000 + Math.abs(UUID.randomUUID().getLeastSignificantBits() % 89_999_999));
    }
}
