package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.Waiting;

/** What a roster tells of earlier courses, which a class keeps of its people. Needs PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RosterCoursesIT {

    private static final String ROSTER = "姓名,手机号,身份证号,镇,村,以前学过\n钱一学,19900000871,999999198102038718,白土镇,赵家村,%s\n";

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    CountyReads reads;

    private UUID cohort;

    @BeforeEach
    void aClass() {
        cohort = classes.open();
    }

    @Test
    void aRosterBringsWhatItsPeopleLearnedBefore() {
        bring("省农广校电商班", "dryRun=true").body("accepted", equalTo(1)).body("changed", hasSize(0));
        bring("省农广校电商班", "").body("changed", hasSize(0));
        assertThat(courses()).isEqualTo("省农广校电商班");
        assertThat(Tokens.as("officer1")
                        .get("/cohorts/{id}/trainees/{trainee}/edit", cohort, trainee())
                        .asString())
                .contains("省农广校电商班");
    }

    @Test
    void whatItTellsDifferentlyIsShownAndTakenOverOnConfirmation() {
        bring("省农广校电商班", "");
        String confirm = bring("县里的直播班", "dryRun=true")
                .body("changed.field", contains("earlier_courses"))
                .body("changed.old", contains("省农广校电商班"))
                .body("changed.new", contains("县里的直播班"))
                .extract()
                .path("confirm");
        Tokens.as("coordinator1")
                .multiPart("file", "roster.csv", file("县里的直播班"), "text/csv")
                .multiPart("do", "check")
                .post("/cohorts/{cohort}/roster", cohort)
                .then()
                .body(containsString("以前学过"))
                .body(containsString("县里的直播班"));

        bring("县里的直播班", "").body("corrected", equalTo(false));
        assertThat(courses()).isEqualTo("省农广校电商班");

        bring("县里的直播班", "confirm=" + confirm).body("corrected", equalTo(true));
        assertThat(courses()).isEqualTo("县里的直播班");
        assertThat(history())
                .as("what was brought stands with what stood there before, and with its file")
                .isEqualTo("省农广校电商班 → 县里的直播班 " + Sha256.hex(file("县里的直播班")));
        assertThat(sheet())
                .as("it is kept with the class, so it is put right there")
                .contains("<del", "县里的直播班</ins>")
                .doesNotContain("name=\"correction\"");
        bring("县里的直播班", "").body("changed", hasSize(0));
        bring("", "").body("changed", hasSize(0));
        assertThat(courses()).as("an empty cell says nothing").isEqualTo("县里的直播班");
    }

    @Test
    void whatIsWrittenByHandStandsInTheHistoryToo() {
        bring("省农广校电商班", "");
        Tokens.form("officer1")
                .formParam("courses", "妇联电商课")
                .post("/cohorts/{id}/trainees/{trainee}/edit/courses", cohort, trainee())
                .then()
                .statusCode(303);

        assertThat(history()).isEqualTo("省农广校电商班 → 妇联电商课 by hand");
        Tokens.form("officer1")
                .formParam(
                        "correction",
                        reads("select id::text from person_corrections where county = ? and person = ?"
                                + " order by corrected_at desc limit 1"))
                .post("/cohorts/{id}/trainees/{trainee}/edit/undo", cohort, trainee())
                .then()
                .statusCode(409);
    }

    /** Somebody in two classes would read contradictions. */
    @Test
    void theHistoryNamesTheClassThatItIsKeptWith() {
        bring("省农广校电商班", "");
        String confirm = bring("县里的直播班", "dryRun=true").extract().path("confirm");
        bring("县里的直播班", "confirm=" + confirm);
        UUID first = cohort;
        cohort = classes.open();
        bring("妇联电商课", "");
        writes("合作社的课").statusCode(303);

        assertThat(sheet()).contains("(" + name(first) + ")", "(" + name(cohort) + ")");
        assertThat(Tokens.page("officer1", "/cohorts/" + cohort + "/trainees/" + trainee()))
                .contains("(" + name(first) + ")", "(" + name(cohort) + ")");
    }

    @Test
    void whoWritesItDownMeanwhileIsSeen() throws Exception {
        bring("省农广校电商班", "");

        meanwhile("镇里的课", () -> writes("妇联电商课").statusCode(303));

        assertThat(history()).isEqualTo("镇里的课 → 妇联电商课 by hand");
        String confirm = bring("县里的直播班", "dryRun=true").extract().path("confirm");
        meanwhile("村里的课", () -> answer("县里的直播班", "confirm=" + confirm).statusCode(422));
        assertThat(courses()).isEqualTo("村里的课");
    }

    /** Somebody else has written down other courses, and commits once the work waits for them. */
    private void meanwhile(String others, Runnable work) throws Exception {
        UUID trainee = trainee();
        try (Connection other = DatabaseOwner.connection();
                Statement statement = other.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            other.setAutoCommit(false);
            statement.execute("update enrolments set earlier_courses = '" + others + "' where cohort = '" + cohort
                    + "' and trainee = '" + trainee + "'");
            CompletableFuture<Void> waits = CompletableFuture.runAsync(work);
            try {
                Waiting.begins(statement);
            } finally {
                other.commit();
                waits.get();
            }
        }
    }

    private ValidatableResponse writes(String courses) {
        return Tokens.form("officer1")
                .formParam("courses", courses)
                .post("/cohorts/{id}/trainees/{trainee}/edit/courses", cohort, trainee())
                .then();
    }

    private String name(UUID id) {
        return classes.inFengcheng(() -> cohorts.cohort(id)).name();
    }

    @Test
    void whatIsTooLongIsLeftOutWithItsReason() {
        bring("长".repeat(501), "dryRun=true")
                .body("rejected.field", contains("earlier_courses"))
                .body("rejected.code", contains("roster.courses-too-long"));
    }

    private ValidatableResponse bring(String courses, String query) {
        return answer(courses, query).statusCode(200);
    }

    private ValidatableResponse answer(String courses, String query) {
        return Tokens.as("officer1")
                .contentType("text/csv")
                .body(file(courses))
                .post("/api/rosters?cohort=" + cohort + "&" + query)
                .then();
    }

    private static byte[] file(String courses) {
        return ROSTER.formatted(courses).getBytes(StandardCharsets.UTF_8);
    }

    private String courses() {
        UUID trainee = trainee();
        return classes.inFengcheng(() -> cohorts.earlierCourses(cohort, trainee));
    }

    private String history() {
        return reads("select old_value || ' → ' || new_value || ' ' || coalesce(file_sha256, 'by hand')"
                + " from person_corrections where county = ? and person = ? and field = 'EARLIER_COURSES'"
                + " order by corrected_at desc limit 1");
    }

    private String reads(String select) {
        UUID trainee = trainee();
        return classes.inFengcheng(() -> reads.rows(select, row -> row.getString(1), "fengcheng", trainee)
                .get(0));
    }

    private String sheet() {
        return Tokens.as("officer1")
                .get("/cohorts/{id}/trainees/{trainee}/edit", cohort, trainee())
                .asString();
    }

    private UUID trainee() {
        return UUID.fromString(
                Tokens.as("officer1").get("/api/cohorts/{id}/trainees", cohort).path("[0].id"));
    }
}
