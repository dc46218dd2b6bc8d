package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.arc.All;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.mentoring.OverdueLine;
import org.tianbo.mentoring.overdue.Overdue;
import org.tianbo.people.Mentorships;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.jobs.RecurringJob;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class OverdueIT {

    @Inject
    @All
    List<RecurringJob> rounds;

    @Inject
    CurrentCounty county;

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    Mentorships mentorships;

    @Inject
    Overdue overdue;

    @Inject
    Newcomers newcomers;

    private static final String PHONE = "19900000072";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private String waits;
    private String grades;
    private UUID cohort;
    private UUID trainee;
    private UUID mentor;

    @BeforeEach
    void aTraineeOfAMentorInAClass() {
        int number = NUMBER.incrementAndGet();
        waits = "waits-long-" + number;
        grades = "grades-late-" + number;
        cohort = classes.open();
        trainee = newcomers.join(waits, Roles.TRAINEE);
        NewPerson called = new NewPerson(grades, grades, PHONE, null, null, null, null, null, null, null);
        mentor = newcomers.join("fengcheng", called, Roles.MENTOR);
        classes.inFengcheng(() -> cohorts.enrol(
                cohort,
                Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString())),
                Consent.onPaper(mentor)));
    }

    @Test
    void theOfficeIsToldOnceAfterThreeDaysUntilTheReviewIsPublished() {
        inFengcheng(() -> mentorships.assign(List.of(trainee), mentor, mentor));
        UUID attempt = Attempts.submitted(waits, "等点评的豆角");
        later(Duration.ofHours(71));
        tell();
        list("officer1").body(not(containsString("等点评的豆角")));

        later(Duration.ofHours(80));
        tell();
        tell();

        assertThat(classes.inFengcheng(() ->
                        overdue.pageOf(List.of(trainee), Optional.empty(), 2).rows()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.hours()).isEqualTo(80);
                    assertThat(line.mentors())
                            .extracting(OverdueLine.Mentor::name)
                            .containsExactly(grades);
                });
        list("officer1")
                .body(
                        containsString("等点评的豆角"),
                        containsString("80 小时"),
                        containsString(grades),
                        containsString("href=\"tel:" + PHONE + "\""));
        list("auditor1").body(containsString("等点评的豆角"), not(containsString(PHONE)));
        Tokens.as("auditor1")
                .get("/cohorts/{id}", cohort)
                .then()
                .body(containsString("有 1 份练播等点评，超过了答应学员的时间"), containsString("/cohorts/overdue?cohort=" + cohort));
        Tokens.as(grades).get("/mentoring").then().body(containsString("超了 8 小时"));

        Reviews.published(grades, attempt);

        list("officer1").body(not(containsString("等点评的豆角")));
        Tokens.as("auditor1").get("/cohorts/{id}", cohort).then().body(not(containsString("超过了答应学员的时间")));
    }

    @Test
    void whoHasNoMentorIsNamedSoAndTheWayToOneIsOpen() {
        Attempts.submitted(waits, "没有老师的粉");
        later(Duration.ofHours(73));
        tell();

        list("coordinator1")
                .body(allOf(
                        containsString("没有老师的粉"),
                        containsString("还没有老师"),
                        containsString("/cohorts/" + cohort + "/mentors?without=true")));
    }

    @Test
    void othersAreRefusedAndOtherCountiesSeeNothingOfIt() {
        Attempts.submitted(waits, "别县看不到的米");
        later(Duration.ofHours(73));
        tell();

        Tokens.as("officer2").get("/cohorts/overdue").then().statusCode(200).body(not(containsString("别县看不到的米")));
        Tokens.as("officer2").get("/cohorts/overdue?cohort={id}", cohort).then().statusCode(404);
        for (String stranger : List.of("mentor1", "trainee1")) {
            Tokens.as(stranger)
                    .accept("text/html")
                    .get("/cohorts/overdue")
                    .then()
                    .statusCode(403);
        }
        Tokens.as("officer1")
                .header("Accept-Language", "en")
                .get("/cohorts/overdue?cohort={id}", cohort)
                .then()
                .body(containsString("Waiting too long"), containsString("No mentor yet"));
    }

    private void tell() {
        RecurringJob notices = rounds.stream()
                .filter(round -> round.name().equals("mentoring.overdue-notices"))
                .findFirst()
                .orElseThrow();
        inRoot(notices::run);
    }

    private void inRoot(Runnable work) {
        county.run(CurrentCounty.ROOT, work);
    }

    private void inFengcheng(Runnable work) {
        county.run("fengcheng", work);
    }

    private ValidatableResponse list(String reader) {
        return Tokens.as(reader)
                .get("/cohorts/overdue?cohort={id}", cohort)
                .then()
                .statusCode(200);
    }

    private static void later(Duration by) {
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), by), Clock.class);
    }
}
