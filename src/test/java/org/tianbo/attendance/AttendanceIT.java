package org.tianbo.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.time.Zones;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Sessions, scans, the list and corrections. Needs the application: rows of a county, roles, forms. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class AttendanceIT {

    private static final String TRAINEE = "comes-to-class";
    private static final String OUTSIDER = "in-no-class";
    private static final String TRAINER = "teaches-a-class";
    private static final String OTHER_TRAINER = "teaches-another";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    private UUID trainee;
    private UUID trainer;
    private UUID cohort;
    private UUID session;

    @BeforeEach
    void planASession() {
        trainee = newcomers.join(TRAINEE, Roles.TRAINEE);
        newcomers.join(OUTSIDER, Roles.TRAINEE);
        trainer = newcomers.join(TRAINER, Roles.MENTOR);
        newcomers.join(OTHER_TRAINER, Roles.MENTOR);
        cohort = classes.open();
        classes.enrol(cohort, trainee);
        session = PlannedSessions.now(cohort, trainer);
    }

    @Test
    void whoScansAndTapsIsInAndASecondTapOfTheSamePageChangesNothing() {
        String address = "/attend/" + session + "/" + PlannedSessions.code(session, Duration.ZERO);
        assertThat(Tokens.page(TRAINEE, address)).contains("我来了");
        UUID entry = Ids.next();
        for (int time = 0; time < 2; time++) {
            PlannedSessions.page(TRAINEE)
                    .formParam("entry", entry)
                    .post(address)
                    .then()
                    .statusCode(303);
        }

        assertThat(state().getInt("in")).isEqualTo(1);
        assertThat(Tokens.page(TRAINEE, address)).contains("已经签到了").doesNotContain("我来了");
        assertThat(Tokens.page(TRAINEE, "/attend")).contains("第一次开口说", "还没签退");
        assertThat(Tokens.page(TRAINEE, "/")).contains("今天", "村委会");
    }

    @Test
    void aPhotographOfTheScreenIsRefusedInPlainWords() {
        String address = "/attend/" + session + "/" + PlannedSessions.code(session, Duration.ofMinutes(3));

        PlannedSessions.page(TRAINEE).get(address).then().statusCode(409).body(containsString("再扫一次"));
        PlannedSessions.page(TRAINEE).post(address).then().statusCode(409);
        assertThat(state().getInt("in")).isZero();
    }

    @Test
    void aGarbledCodeAnotherClassAnotherCountyAndTomorrowAreRefused() {
        String code = PlannedSessions.code(session, Duration.ZERO);
        UUID tomorrow = PlannedSessions.tomorrow(cohort, trainer);

        PlannedSessions.page(TRAINEE).get("/attend/" + session + "/x-y").then().statusCode(422);
        PlannedSessions.page(OUTSIDER)
                .get("/attend/" + session + "/" + code)
                .then()
                .statusCode(403)
                .body(containsString("名册"));
        PlannedSessions.page("trainee7")
                .get("/attend/" + session + "/" + code)
                .then()
                .statusCode(404);
        PlannedSessions.page(TRAINEE)
                .get("/attend/" + tomorrow + "/" + PlannedSessions.code(tomorrow, Duration.ZERO))
                .then()
                .statusCode(409)
                .body(containsString("签到时间"));
    }

    @Test
    void theListIsTappedTakenBackAndCorrectedWithBothValuesKept() {
        UUID tap = Ids.next();
        PlannedSessions.send(TRAINER, "desk", tap, Instant.now(), tap("in", null))
                .body("results[0].status", equalTo("accepted"));
        assertThat(state().getInt("in")).isEqualTo(1);
        PlannedSessions.send(TRAINER, "desk", Ids.next(), Instant.now(), tap("undo", tap))
                .body("results[0].status", equalTo("accepted"));
        assertThat(state().getInt("in")).isZero();
        PlannedSessions.send(TRAINER, "desk", Ids.next(), Instant.now(), tap("undo", tap))
                .body("results[0].code", equalTo("attendance.nothing-to-correct"));

        PlannedSessions.send(TRAINER, "desk", Ids.next(), Instant.now(), tap("in", null));
        String address = "/attendance/sessions/" + session + "/trainees/" + trainee;
        PlannedSessions.page(TRAINER)
                .formParams(Map.of("correction", Ids.next(), "in", "", "out", "", "reason", ""))
                .post(address)
                .then()
                .statusCode(422)
                .body(containsString("请写一句原因"));
        PlannedSessions.page(TRAINER)
                .formParams(Map.of("correction", Ids.next(), "in", "", "out", "", "reason", "点错了人"))
                .post(address)
                .then()
                .statusCode(303);
        assertThat(state().getInt("absent")).isEqualTo(1);
        assertThat(Tokens.page("auditor1", address)).contains("<del>", "点错了人").doesNotContain("照这样改");
    }

    @Test
    void aTrainerSeesTheirOwnSessionsOnlyAndAnotherCountyNone() {
        for (String page : new String[] {"", "/teach", "/trainees/" + trainee}) {
            String address = "/attendance/sessions/" + session + page;
            PlannedSessions.page(TRAINER).get(address).then().statusCode(200);
            PlannedSessions.page(OTHER_TRAINER).get(address).then().statusCode(404);
            PlannedSessions.page("officer2").get(address).then().statusCode(404);
            PlannedSessions.page(TRAINEE).get(address).then().statusCode(403);
        }
        for (String call : new String[] {"", "/codes"}) {
            String address = "/api/attendance/sessions/" + session + call;
            Tokens.as(OTHER_TRAINER).get(address).then().statusCode(404);
            Tokens.as("officer2").get(address).then().statusCode(404);
            Tokens.as(TRAINEE).get(address).then().statusCode(403);
        }
        PlannedSessions.send(OTHER_TRAINER, "desk", Ids.next(), Instant.now(), tap("in", null))
                .body("results[0].code", equalTo("attendance.session-unknown"));
        PlannedSessions.page("officer2")
                .get("/attendance/classes/{id}", cohort)
                .then()
                .statusCode(404);
        PlannedSessions.page(TRAINER).get("/attendance").then().statusCode(200).body(containsString("第一次开口说"));
        PlannedSessions.page(OTHER_TRAINER).get("/attendance").then().body(not(containsString(session.toString())));
        PlannedSessions.page(TRAINER)
                .get("/attendance/classes/{id}", cohort)
                .then()
                .statusCode(403);
        PlannedSessions.page("auditor1")
                .get("/attendance/sessions/{id}/teach", session)
                .then()
                .statusCode(403);
    }

    @Test
    void aWeeklyRowIsPlannedOnceHoweverOftenItIsSent() {
        UUID first = Ids.next();
        ZonedDateTime day = ZonedDateTime.now(Zones.SHANGHAI).plusDays(3).withHour(9);
        Map<String, String> form = new HashMap<>(PlannedSessions.form(first, trainer, day, day.plusHours(2)));
        form.put("weeks", "3");
        form.put("title", "每周练一次");
        PlannedSessions.plan("coordinator1", cohort, form).statusCode(303);
        PlannedSessions.plan("coordinator1", cohort, form).statusCode(303);

        assertThat(Tokens.page("auditor1", "/attendance/classes/" + cohort).split("每周练一次", -1))
                .hasSize(4);
        form.put("title", "");
        form.put("to", "08:00");
        PlannedSessions.plan("coordinator1", cohort, form)
                .statusCode(422)
                .body(containsString("请写上什么课"), containsString("结束的时间在开始之前"));
        PlannedSessions.plan("auditor1", cohort, form).statusCode(403);
    }

    @Test
    void whatHasBegunIsChangedWithAReasonAndCancelledWithOne() {
        Map<String, String> form = new HashMap<>(PlannedSessions.formOfNow(session, trainer));
        form.put("place", "文化站");
        PlannedSessions.page("officer1")
                .formParams(form)
                .post("/attendance/sessions/{id}", session)
                .then()
                .statusCode(422);
        form.put("reason", "村委会停电");
        PlannedSessions.page("officer1")
                .formParams(form)
                .post("/attendance/sessions/{id}", session)
                .then()
                .statusCode(303);
        assertThat(Tokens.page("auditor1", "/attendance/sessions/" + session))
                .contains("村委会停电", "<del>村委会</del>", "<ins>文化站</ins>");

        PlannedSessions.page("officer1")
                .formParam("reason", "下大雨")
                .post("/attendance/sessions/{id}/cancel", session)
                .then()
                .statusCode(303);
        PlannedSessions.page(TRAINEE)
                .get("/attend/" + session + "/" + PlannedSessions.code(session, Duration.ZERO))
                .then()
                .statusCode(409)
                .body(containsString("取消"));
        PlannedSessions.page("officer1")
                .post("/attendance/sessions/{id}/restore", session)
                .then()
                .statusCode(303);
        assertThat(Tokens.page(TRAINEE, "/attend")).doesNotContain("取消了");
    }

    private Map<String, Object> tap(String mark, UUID entry) {
        Map<String, Object> data = new HashMap<>(Map.of("session", session, "trainee", trainee, "mark", mark));
        if (entry != null) {
            data.put("entry", entry);
        }
        return data;
    }

    private JsonPath state() {
        return Tokens.as(TRAINER)
                .get("/api/attendance/sessions/{id}", session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
