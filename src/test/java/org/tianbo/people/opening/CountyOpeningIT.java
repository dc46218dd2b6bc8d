package org.tianbo.people.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.PageSession;

/** The operator opens counties, their officers invite staff; needs the accounts of a real Keycloak. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CountyOpeningIT {

    /** Keycloak keeps accounts longer than this database its people. */
    private static final String RUN = "." + Long.toString(System.nanoTime(), 36);

    private static final String CHOSEN = "Eine-lange-Reise-7";
    private static final Pattern SECRETS = Pattern.compile("class=\"secret\">([^<]+)<");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Test
    void anOfficerOfANewCountyInvitesAMentorAndEndsTheirAccess() {
        PageSession officer = opened("opened-county", "360981", "opened.officer" + RUN);
        officer.request().get("/cohorts").then().statusCode(200);
        officer.request().get("/county/staff/new").then().statusCode(200);
        officer.request().get("/county/staff/new?role=mentor").then().statusCode(200);

        String added = officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("login", "opened.mentor" + RUN, "name", "周老师", "role", "mentor", "scope", "all"))
                .post("/county/staff/new")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        PageSession mentor = PageSession.first("opened.mentor" + RUN, secret(added, 1), CHOSEN);
        mentor.request().get("/mentoring").then().statusCode(200);
        mentor.request().get("/county/staff").then().statusCode(403);
        Eventually.value(() -> line(officer, "opened.mentor" + RUN), line -> !line.contains("还没登录过"));

        String id = id(officer, "opened.mentor" + RUN);
        officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("reason", "不做了", "version", version(officer, id)))
                .post("/county/staff/" + id + "/end")
                .then()
                .statusCode(303);
        Eventually.value(() -> mentor.request().get("/mentoring").statusCode(), status -> status == 302);
        officer.request().get("/county/staff?ended=true").then().body(containsString("opened.mentor" + RUN));
        officer.request().get("/county/staff").then().body(not(containsString("opened.mentor" + RUN)));

        String back = officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("version", version(officer, id))
                .post("/county/staff/" + id + "/back")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        PageSession.first("opened.mentor" + RUN, secret(back, 1), CHOSEN + "8")
                .request()
                .get("/mentoring")
                .then()
                .statusCode(200);
    }

    @Test
    void openingTwiceIsTheSameAsOnceAndThePasswordIsToldOnce() {
        Map<String, Object> body = county("twice-county", "110101", "twice.officer" + RUN);
        open(body).then().statusCode(201).body("officer.firstPassword.length()", equalTo(17));
        open(body).then().statusCode(200).body("officer", not(hasItem("firstPassword")));

        open(county("other-county", "110101", "other.officer" + RUN))
                .then()
                .statusCode(409)
                .body("errors[0].code", equalTo("opening.taken"));
        open(county("twice-county", "110102", "twice.officer" + RUN)).then().statusCode(409);
        open(county("third-county", "110105", "twice.officer" + RUN))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("staff.login-taken"));
    }

    @Test
    void theLastOfficerStaysAnOfficer() {
        PageSession officer = opened("last-county", "110106", "last.officer" + RUN);
        String id = id(officer, "last.officer" + RUN);

        officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("reason", "我走了", "version", version(officer, id)))
                .post("/county/staff/" + id + "/end")
                .then()
                .statusCode(409)
                .body(containsString("最后一位干事"));
        officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("name", "王", "role", "auditor", "scope", "all", "version", version(officer, id)))
                .post("/county/staff/" + id)
                .then()
                .statusCode(409)
                .body(containsString("最后一位干事"));
        officer.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("version", version(officer, id))
                .post("/county/staff/" + id + "/back")
                .then()
                .statusCode(409)
                .body(containsString("没有停用"));
        officer.request().get("/county/staff").then().statusCode(200).body(containsString("last.officer" + RUN));
        for (String path : List.of("", "/end", "/password", "/back")) {
            assertThat(Tokens.as("officer1")
                            .accept("text/html")
                            .formParams(Map.of("name", "x", "role", "mentor", "reason", "别的县", "version", "2"))
                            .post("/county/staff/" + id + path)
                            .statusCode())
                    .isEqualTo(404);
        }
        Tokens.as("officer1")
                .accept("text/html")
                .get("/county/staff/" + id)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "1a, 名, mentor, login-shape, '' ",
        "staff-a, '', mentor, name-missing, ''",
        "staff-a, 名, admin, role-not-given-here, ''",
        "staff-a, 名, trainee, role-not-given-here, ''",
        "staff-a, 名, mentor, mobile-shape, 123",
        "officer1, 名, mentor, login-taken, ''"
    })
    void whatDoesNotFitIsSaidBesideItsField(String login, String name, String role, String fault, String mobile) {
        Tokens.as("officer2")
                .contentType("application/json")
                .body(Map.of("login", login, "name", name, "role", role, "mobile", mobile))
                .post("/api/staff")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("staff." + fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainee1", "mentor1", "coordinator1", "officer1", "auditor1"})
    void onlyTheOperatorOpensCounties(String login) {
        Tokens.as(login)
                .contentType("application/json")
                .body(county("not-opened", "110107", "nobody.officer"))
                .post("/api/counties")
                .then()
                .statusCode(403);
        Tokens.as(login).accept("text/html").get("/counties").then().statusCode(403);
        Tokens.as(login).accept("text/html").get("/counties/fengcheng").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainee1", "mentor1", "coordinator1", "auditor1", "admin"})
    void onlyOfficersInvite(String login) {
        Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("login", "not.invited", "name", "名", "role", "mentor"))
                .post("/api/staff")
                .then()
                .statusCode(403);
    }

    private static PageSession opened(String id, String code, String login) {
        String password =
                open(county(id, code, login)).then().statusCode(201).extract().path("officer.firstPassword");
        return PageSession.first(login, password, CHOSEN);
    }

    private static Response open(Map<String, Object> county) {
        return Tokens.as("admin").contentType("application/json").body(county).post("/api/counties");
    }

    private static Map<String, Object> county(String id, String code, String login) {
        Map<String, Object> county = new HashMap<>();
        county.put("id", id);
        county.put("code", code);
        county.put("nameZh", id + "县");
        county.put("nameEn", id);
        county.put("officer", Map.of("login", login, "name", "王干事"));
        return county;
    }

    private static String secret(String page, int index) {
        Matcher secrets = SECRETS.matcher(page);
        for (int skipped = 0; skipped <= index; skipped++) {
            assertThat(secrets.find()).isTrue();
        }
        return secrets.group(1);
    }

    private static String id(PageSession officer, String login) {
        Matcher id = Pattern.compile(
                        "/county/staff/([0-9a-f-]{36})\">[^<]*</a><br><span class=\"quiet small\">" + login)
                .matcher(officer.request().get("/county/staff").asString());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static String version(PageSession officer, String id) {
        Matcher version =
                VERSION.matcher(officer.request().get("/county/staff/" + id).asString());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String line(PageSession officer, String login) {
        String page = officer.request().get("/county/staff").asString();
        return page.substring(page.indexOf(login)).split("<tr>")[0];
    }
}
