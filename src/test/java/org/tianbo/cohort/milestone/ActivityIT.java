package org.tianbo.cohort.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.AttemptFinished;
import org.tianbo.store.OrdersImported;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Who is idle, by what the features tell; needs the database, where it is kept. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ActivityIT {

    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    Milestones milestones;

    @Inject
    People people;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Event<RecordsSynced> records;

    @Inject
    Event<AttemptFinished> attempts;

    @Inject
    Event<OrdersImported> orders;

    private UUID cohort;
    private UUID trainee;

    /** What somebody does who reached the stage of it long ago. */
    enum Doing {
        LESSON_OPENED,
        QUIZ_SUBMITTED,
        REHEARSED,
        SOLD,
        REVIEWED_AGAIN
    }

    @BeforeEach
    void aClassOfOneWhoReachedTheirLastStageAMonthAgo() {
        cohort = classes.open();
        trainee = classes.inFengcheng(() -> {
            String login = "a" + Ids.next();
            UUID id = people.join(NewPerson.staff(login, login));
            cohorts.enrol(
                    cohort, Map.of(id, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)), Consent.onPaper(id));
            milestones.reached(id, Stage.GRADED, clock.instant().minus(MONTH), review());
            return id;
        });
        classes.inFengcheng(() -> entities.createNativeQuery(
                        "update enrolments set last_active_at = last_active_at - interval '30 days' where cohort = "
                                + ":cohort")
                .setParameter("cohort", cohort)
                .executeUpdate());
    }

    @Test
    void whoeverDidNothingIsIdle() {
        assertThat(idle(14)).containsExactly(30);
        assertThat(idle(31)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDoesSomethingIsNotIdleThoughNoStageIsReached(Doing what) {
        does(what, clock.instant().minus(Duration.ofDays(3)));

        assertThat(idle(14)).isEmpty();
        assertThat(idle(0)).containsExactly(3);
    }

    @Test
    void whatWasDoneBeforeOrIsToldOfTomorrowDoesNotMoveTheDateWrongly() {
        does(Doing.LESSON_OPENED, clock.instant().minus(MONTH.multipliedBy(2)));
        assertThat(idle(0)).containsExactly(30);

        does(Doing.LESSON_OPENED, clock.instant().plus(Duration.ofHours(20)));
        assertThat(idle(0)).containsExactly(0);
        classes.inFengcheng(() -> assertThat((Boolean) entities.createNativeQuery(
                                "select last_active_at <= now() + interval '1 minute' from enrolments where cohort "
                                        + "= :cohort")
                        .setParameter("cohort", cohort)
                        .getSingleResult())
                .isTrue());
    }

    @Test
    void aClassWhereNobodyHasACardOrAMentorSaysSo() {
        Tokens.as("officer1")
                .get("/cohorts/{id}", cohort)
                .then()
                .statusCode(200)
                .body(containsString("这个班还没有一个人有登录卡"))
                .body(containsString("这个班还没有一个人分到老师"));
    }

    private void does(Doing what, Instant at) {
        classes.inFengcheng(() -> {
            switch (what) {
                case LESSON_OPENED -> records.fire(synced("lesson.opened", at));
                case QUIZ_SUBMITTED -> records.fire(synced("quiz.submitted", at));
                case REHEARSED -> attempts.fire(new AttemptFinished("fengcheng", trainee, Ids.next(), at));
                case SOLD -> orders.fire(new OrdersImported("fengcheng", trainee, Ids.next(), at));
                case REVIEWED_AGAIN -> milestones.reached(trainee, Stage.GRADED, at, review());
            }
            return null;
        });
    }

    private RecordsSynced synced(String type, Instant at) {
        return new RecordsSynced(
                "fengcheng", trainee, at, List.of(new RecordsSynced.Synced(Ids.next(), type, at, NullNode.instance)));
    }

    private static MilestoneEvidence review() {
        return new MilestoneEvidence(MilestoneEvidence.Kind.REVIEW, "a");
    }

    private List<Integer> idle(int days) {
        return Tokens.as("officer1")
                .get("/api/cohorts/" + cohort + "/trainees?stalledDays=" + days)
                .jsonPath()
                .getList("idleDays", Integer.class);
    }
}
