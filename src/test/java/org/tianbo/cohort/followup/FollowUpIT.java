package org.tianbo.cohort.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.cohort.followup.FollowUpCalls.call;
import static org.tianbo.cohort.followup.FollowUpCalls.decide;
import static org.tianbo.cohort.followup.FollowUpCalls.draw;
import static org.tianbo.cohort.followup.FollowUpCalls.photo;
import static org.tianbo.cohort.followup.FollowUpCalls.send;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Lists, visits, corrections and flags. Needs the application: rows of a county, roles, forms. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FollowUpIT {

    private static final String TRAINEE = "is-visited";
    private static final String MENTOR = "visits-when-asked";
    private static final String HELP = "帮她换了主图，教她每天看一次后台";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    private UUID trainee;
    private UUID mentor;
    private UUID cohort;

    @BeforeEach
    void aClassEndedMonthsAgo() {
        trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        mentor = newcomers.join(MENTOR, Roles.MENTOR);
        cohort = classes.open();
        classes.enrol(cohort, trainee);
    }

    @Test
    void whoIsDueIsListedAssignedVisitedAndDone() {
        assertThat(list("overdue")).contains(address(), "满 3 个月", "还没派人");
        PlannedSessions.page("officer1")
                .formParams(Map.of("rounds", cohort + "/" + trainee + "/1", "visitor", mentor.toString()))
                .post("/follow-up/assign")
                .then()
                .statusCode(303);
        assertThat(list("overdue&visitor=" + mentor)).contains(address(), MENTOR);

        tell("coordinator1", Map.of("store", "", "income", "about a lot", "seen", "TOLD"))
                .statusCode(422)
                .body(containsString("请写数字"));
        tell("coordinator1", Map.of("store", "PAUSED")).statusCode(422).body(containsString("为什么没开"));
        tell("coordinator1", Map.of("on", today().plusDays(1).toString()))
                .statusCode(422)
                .body(containsString("还没到"));
        tell("coordinator1", Map.of("income", "1,200.50", "month", "2026-09", "seen", "PLATFORM_SCREEN"))
                .statusCode(303);

        assertThat(list("done")).contains(address());
        assertThat(list("overdue")).doesNotContain(address());
        assertThat(Tokens.page("auditor1", address()))
                .contains("店开着", "2026-09 挣了 1200.50 元", "当面核过", "满意", HELP)
                .doesNotContain("记一次回访");
        assertThat(Tokens.page("officer1", "/cohorts/" + cohort + "/trainees/" + trainee))
                .contains("回访", "店开着", "1200.50");
    }

    @Test
    void aPhoneMaySendAVisitTwiceAndItsClockMayBeWrong() {
        UUID id = Ids.next();
        Map<String, Object> data = data(Map.of());
        send("coordinator1", id, data).body("results[0].status", equalTo("accepted"));
        send("coordinator1", id, data).body("results[0].status", equalTo("duplicate"));
        Map<String, Object> other = data(Map.of());
        other.put("round", 2);
        send("coordinator1", id, other).body("results[0].code", equalTo("followup.id-taken"));
        assertThat(Tokens.page("officer1", address()).split("<li id=\"v-", -1)).hasSize(2);

        UUID skewed = Ids.next();
        send("coordinator1", skewed, data(Map.of("on", "2031-01-01", "help", "")))
                .body("results[0].status", equalTo("accepted"));
        assertThat(Tokens.page("officer1", address())).contains("2031-01-01", "按 " + today() + " 算", "要看看");
        assertThat(list("done")).contains(address()).doesNotContain("2031-01-01");

        send("coordinator1", Ids.next(), data(Map.of("store", "")))
                .body("results[0].code", equalTo("followup.store-missing"));
        send("coordinator1", Ids.next(), data(Map.of("place", "here")))
                .body("results[0].code", equalTo("followup.place-impossible"));
    }

    @Test
    void aCorrectionKeepsBothTellingsAndTheReason() {
        UUID visit = Ids.next();
        send("coordinator1", visit, data(Map.of("store", "OPEN")));
        Map<String, String> form = new HashMap<>(form(Map.of("store", "CLOSED", "why", "没有货了")));
        form.put("id", Ids.next().toString());
        correct(visit, form).statusCode(422).body(containsString("请写一句原因"));
        form.put("reason", "记错了店");
        correct(visit, form).statusCode(303);
        correct(visit, form).statusCode(303);

        assertThat(Tokens.page("auditor1", address())).contains("店开着", "店关了: 没有货了", "记错了店", "已改，留着备查");
        form.put("id", Ids.next().toString());
        correct(visit, form).statusCode(409);

        UUID second = UUID.fromString(
                Tokens.page("coordinator1", address()).split("correct=")[1].substring(0, 36));
        PlannedSessions.page("coordinator1")
                .formParams(Map.of("id", Ids.next(), "withdrawn", "true", "reason", "走错了人家"))
                .post("/follow-up/visits/" + second)
                .then()
                .statusCode(303);
        assertThat(list("overdue")).contains(address());
    }

    @Test
    void nobodyIsReachedAndTheVisitStaysDue() {
        send("coordinator1", Ids.next(), data(Map.of("outcome", "NOT_REACHED", "method", "PHONE")))
                .body("results[0].status", equalTo("accepted"));

        assertThat(list("overdue")).contains(address(), "1 次没找到人");
    }

    @Test
    void wrongRolesAndAnotherCountyAreRefused() {
        PlannedSessions.page(TRAINEE).get("/follow-up").then().statusCode(403);
        PlannedSessions.page(TRAINEE).get(address()).then().statusCode(403);
        PlannedSessions.page("officer2").get(address()).then().statusCode(404);
        PlannedSessions.page(MENTOR).get(address()).then().statusCode(403);
        PlannedSessions.page(MENTOR).get("/follow-up").then().statusCode(403);
        tell("auditor1", Map.of()).statusCode(403);
        tell("officer2", Map.of()).statusCode(404);
        tell(MENTOR, Map.of()).statusCode(403);
        send(MENTOR, Ids.next(), data(Map.of())).body("results[0].code", equalTo("followup.not-yours"));
        send("officer2", Ids.next(), data(Map.of())).body("results[0].code", equalTo("cohort.not-enrolled"));
        Tokens.as(TRAINEE)
                .contentType("application/json")
                .body("{}")
                .post("/api/follow-up")
                .then()
                .statusCode(403);
        PlannedSessions.page("auditor1").post("/follow-up/assign").then().statusCode(403);

        PlannedSessions.page("coordinator1")
                .formParams(Map.of("rounds", cohort + "/" + trainee + "/1", "visitor", mentor.toString()))
                .post("/follow-up/assign")
                .then()
                .statusCode(303);
        UUID visit = Ids.next();
        send(MENTOR, visit, data(Map.of())).body("results[0].status", equalTo("accepted"));
        PlannedSessions.page("officer2")
                .formParams(form(Map.of("reason", "x")))
                .post("/follow-up/visits/" + visit)
                .then()
                .statusCode(404);
        PlannedSessions.page("officer1")
                .formParams(Map.of("rounds", cohort + "/" + trainee + "/1", "visitor", trainee.toString()))
                .post("/follow-up/assign")
                .then()
                .statusCode(422);
    }

    @Test
    void theSamePhotoAtTwoVisitsIsShownToAPersonWhoDecidesWithAReason() throws IOException {
        UUID first = Ids.next();
        UUID second = Ids.next();
        send("coordinator1", first, data(Map.of()));
        Map<String, Object> later = data(Map.of("method", "PHONE"));
        later.put("round", 2);
        photo("officer2", first).statusCode(404);
        photo("coordinator1", second).statusCode(404);
        send("coordinator1", second, later).body("results[0].status", equalTo("accepted"));
        photo("coordinator1", first).statusCode(200);
        photo("coordinator1", first).statusCode(200);
        photo("coordinator1", second).statusCode(200);
        Tokens.as("coordinator1")
                .multiPart("photo", "x.jpg", new byte[] {1, 2, 3}, "image/jpeg")
                .post("/api/follow-up/visits/" + first + "/photos")
                .then()
                .statusCode(422);
        assertThat(Tokens.page("auditor1", address()).split("<img", -1)).hasSize(2);

        String page = Tokens.page("officer1", "/follow-up/" + cohort + "/" + trainee + "/2");
        String flag = page.split("/follow-up/flags#f-")[1].substring(0, 36);
        decide("coordinator1", flag, "EXPLAINED", "同一天去的").statusCode(403);
        decide("officer2", flag, "EXPLAINED", "同一天去的").statusCode(404);
        decide("officer1", flag, "", "同一天去的").statusCode(422).body(containsString("请选是怎么回事"));
        decide("officer1", flag, "EXPLAINED", "").statusCode(422).body(containsString("请写一句原因"));
        decide("officer1", flag, "EXPLAINED", "同一天去的").statusCode(303);
        assertThat(Tokens.page("auditor1", "/follow-up/flags?decided=true")).contains("同一天去的", "说清楚了");
    }

    @Test
    void aSampleIsDrawnOnceAndCalledAndNobodyChecksTheirOwn() {
        UUID visit = Ids.next();
        send("coordinator1", visit, data(Map.of()));
        UUID sample = Ids.next();
        Map<String, String> form = new HashMap<>(Map.of(
                "id", sample.toString(),
                "cohort", cohort.toString(),
                "from", today().minusDays(1).toString(),
                "to", today().toString(),
                "number", "0",
                "unit", "percent"));
        draw("officer1", form).statusCode(422);
        form.put("number", "50");
        draw("auditor1", form).statusCode(403);
        draw("officer1", form).statusCode(303);
        draw("officer1", form).statusCode(303);
        String address = "/follow-up/spot-checks/" + sample;
        PlannedSessions.page("officer2").get(address).then().statusCode(404);
        PlannedSessions.page("coordinator1").get(address).then().statusCode(403);
        call("officer2", address + "/" + visit, "CONFIRMED", "").statusCode(404);
        call("officer1", address + "/" + visit, "CONTRADICTED", "").statusCode(422);
        call("officer1", address + "/" + visit, "NOT_REACHED", "").statusCode(303);
        assertThat(Tokens.page("auditor1", address)).contains("1 人里问到 0 人", "打了 1 次没接", "结果一样");
        call("officer1", address + "/" + visit, "CONTRADICTED", "没有人来过").statusCode(303);
        assertThat(Tokens.page("auditor1", address)).contains("1 人里问到 1 人", "说不对的 1/1", "没有人来过");
        assertThat(Tokens.page("auditor1", address + "/print")).contains(TRAINEE);
        assertThat(Tokens.page("auditor1", "/follow-up/spot-checks")).contains("1 次里抽 1 次");
    }

    @Test
    void onlyTheVisitorsPhoneMayAskWhereItIs() {
        assertThat(Tokens.as("coordinator1").accept("text/html").get("/visits").header("Permissions-Policy"))
                .contains("geolocation=(self)");
        assertThat(Tokens.as("coordinator1")
                        .accept("text/html")
                        .get("/follow-up")
                        .header("Permissions-Policy"))
                .contains("geolocation=()");
        PlannedSessions.page(TRAINEE).get("/visits").then().statusCode(403);
        PlannedSessions.page("auditor1").get("/visits").then().statusCode(403);
    }

    private String list(String state) {
        return Tokens.page("auditor1", "/follow-up?cohort=" + cohort + "&state=" + state);
    }

    private String address() {
        return "/follow-up/" + cohort + "/" + trainee + "/1";
    }

    private static LocalDate today() {
        return LocalDate.now(Zones.SHANGHAI);
    }

    private Map<String, Object> data(Map<String, String> changed) {
        Map<String, Object> data = new HashMap<>(form(changed));
        data.putAll(Map.of("cohort", cohort, "trainee", trainee, "round", 1));
        return data;
    }

    private static Map<String, String> form(Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "method", "IN_PERSON",
                "outcome", "MET",
                "on", today().toString(),
                "store", "OPEN",
                "help", HELP,
                "satisfaction", "4"));
        form.putAll(changed);
        return form;
    }

    private ValidatableResponse tell(String login, Map<String, String> changed) {
        return PlannedSessions.page(login)
                .formParams(form(changed))
                .post(address())
                .then();
    }

    private static ValidatableResponse correct(UUID visit, Map<String, String> form) {
        return PlannedSessions.page("coordinator1")
                .formParams(form)
                .post("/follow-up/visits/" + visit)
                .then();
    }
}
