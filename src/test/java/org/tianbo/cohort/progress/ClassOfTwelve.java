package org.tianbo.cohort.progress;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.testsupport.Tokens;

/** A class of twelve, three of whom learn and one of whom left. */
abstract class ClassOfTwelve {

    static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    static final MilestoneEvidence LESSON = new MilestoneEvidence(MilestoneEvidence.Kind.LESSON, "first-sentence");
    static final int ENROLLED = 12;
    static final int LEARNING = 3;

    @Inject
    Classes classes;

    @Inject
    Milestones milestones;

    @Inject
    Clock clock;

    UUID cohort;
    List<UUID> trainees;

    @BeforeEach
    void aClassOfWhomThreeLearnAndOneLeft() {
        cohort = classes.open();
        trainees = classes.enrol(cohort, ENROLLED);
        trainees.stream().limit(LEARNING).forEach(trainee -> reached(trainee, Stage.LEARNING, clock.instant()));
        leave(trainees.get(0));
    }

    void leave(UUID trainee) {
        Tokens.as("coordinator1")
                .contentType(FORM)
                .formParam("reason", "=搬走了")
                .redirects()
                .follow(false)
                .post("/cohorts/{id}/trainees/{trainee}/left", cohort, trainee)
                .then()
                .statusCode(303);
    }

    JsonPath list(String query) {
        return Tokens.as("officer1")
                .get("/api/cohorts/" + cohort + "/trainees?" + query)
                .jsonPath();
    }

    void reached(UUID trainee, Stage stage, Instant at) {
        classes.inFengcheng(() -> {
            milestones.reached(trainee, stage, at, LESSON);
            return null;
        });
    }
}
