package org.tianbo.cohort.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.people.Mentorships;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class MentorsIT {

    private static final String MENTOR = "mentor-of-mentors-it";

    @Inject
    Classes classes;

    @Inject
    Cohorts cohorts;

    @Inject
    People people;

    @Inject
    Mentorships mentorships;

    @Inject
    Newcomers newcomers;

    private UUID cohort;
    private UUID mentor;
    private List<UUID> trainees;

    @BeforeEach
    void aClassOfSixWithoutMentors() {
        cohort = classes.open();
        mentor = newcomers.join(MENTOR, Roles.MENTOR);
        trainees = classes.inFengcheng(() -> {
            List<UUID> joined = Stream.generate(() -> "p" + Ids.next())
                    .limit(6)
                    .map(login -> people.join(NewPerson.staff(login, login)))
                    .toList();
            cohorts.enrol(
                    cohort,
                    joined.stream()
                            .collect(Collectors.toMap(
                                    id -> id, id -> new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, id.toString()))),
                    Consent.onPaper(mentor));
            return joined;
        });
    }

    @Test
    void theChosenAreGivenToTheMentorAndOneIsTakenAwayAgain() {
        give(mentor, trainees.get(0), trainees.get(1)).statusCode(303);

        assertThat(mentorsOf()).hasSize(2).containsEntry(trainees.get(0), List.of(mentor));
        page("officer1", "?of=" + mentor)
                .body(
                        containsString("value=\"" + trainees.get(0) + "\""),
                        not(containsString("value=\"" + trainees.get(2) + "\"")));
        post("take", Map.of("pair", trainees.get(0) + ":" + mentor)).statusCode(303);
        assertThat(mentorsOf()).containsOnlyKeys(trainees.get(1));
        page("officer1", "?without=true")
                .body(allOf(
                        containsString("有 5 人还没有老师"),
                        not(containsString(trainees.get(1).toString()))));
    }

    @Test
    void whoHasNoMentorIsAssignedEvenlyInOneBatchWhichOneUndoTakesBack() {
        give(mentor, trainees.get(0)).statusCode(303);

        String location = post("share-out", Map.of()).statusCode(303).extract().header("Location");

        assertThat(mentorsOf()).containsOnlyKeys(trainees);
        assertThat(mentorsOf().values())
                .allSatisfy(mentors -> assertThat(mentors).hasSize(1));
        String batch = location.substring(location.indexOf("press=") + "press=".length());
        page("officer1", "?press=" + batch).body(containsString("分好了：5 人"), containsString("value=\"" + batch + "\""));

        post("undo", Map.of("press", batch)).statusCode(303);

        assertThat(mentorsOf()).containsOnlyKeys(trainees.get(0));
        post("undo", Map.of("press", batch)).statusCode(422).body(containsString("没有可以撤销的"));
        page("officer1", "?press=" + batch).body(not(containsString("/mentors/undo")));
    }

    @Test
    void whatIsMissingIsShownBesideItsFieldAndTheChoiceStays() {
        post("", Map.of("trainee", trainees.get(2).toString(), "mentor", ""))
                .statusCode(422)
                .body(
                        containsString("id=\"mentor-fault\""),
                        containsString("value=\"" + trainees.get(2) + "\" aria-label"),
                        containsString(" checked"));
        post("", Map.of("mentor", mentor.toString()))
                .statusCode(422)
                .body(containsString("id=\"trainee-fault\""), containsString("value=\"" + mentor + "\" selected"));
    }

    @Test
    void onlySomebodyWithTheRoleAndOfTheCountyBecomesAMentor() {
        UUID elsewhere = newcomers.join("zhenping", "mentor-elsewhere", Roles.MENTOR);
        for (UUID other : List.of(trainees.get(5), elsewhere, UUID.randomUUID())) {
            give(other, trainees.get(0)).statusCode(422).body(containsString("不是这个县的老师"));
        }
        page("officer1", "").body(containsString(MENTOR), not(containsString("mentor-elsewhere")));
        assertThat(mentorsOf()).isEmpty();
    }

    @Test
    void peopleOutsideTheClassAndClassesOfOthersAreNotFound() {
        give(mentor, UUID.randomUUID()).statusCode(404);
        post("take", Map.of("pair", UUID.randomUUID() + ":" + mentor)).statusCode(404);
        post("take", Map.of("pair", "nobody")).statusCode(404);
        post("undo", Map.of("press", UUID.randomUUID().toString())).statusCode(422);
        page("officer2", "").statusCode(404);
        Tokens.as("officer2")
                .get("/cohorts/{id}/mentors", UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void othersLookAndOnlyOfficersGive() {
        for (String reader : List.of("coordinator1", "auditor1")) {
            page(reader, "").statusCode(200).body(containsString("这里只能看"), not(containsString("name=\"trainee\"")));
            still(reader).post("/cohorts/{id}/mentors/share-out", cohort).then().statusCode(403);
        }
        for (String stranger : List.of("mentor1", "trainee1")) {
            page(stranger, "").statusCode(403);
            still(stranger).post("/cohorts/{id}/mentors/undo", cohort).then().statusCode(403);
        }
        assertThat(mentorsOf()).isEmpty();
    }

    private Map<UUID, List<UUID>> mentorsOf() {
        return classes.inFengcheng(() -> mentorships.ofTrainees(trainees));
    }

    private ValidatableResponse give(UUID to, UUID... chosen) {
        return still("officer1")
                .formParam("trainee", Stream.of(chosen).map(UUID::toString).toList())
                .formParam("mentor", to.toString())
                .post("/cohorts/{id}/mentors", cohort)
                .then();
    }

    private ValidatableResponse post(String what, Map<String, String> form) {
        return still("officer1")
                .formParams(form)
                .post("/cohorts/{id}/mentors" + (what.isEmpty() ? "" : "/" + what), cohort)
                .then();
    }

    private ValidatableResponse page(String reader, String query) {
        return Tokens.as(reader)
                .accept("text/html")
                .get("/cohorts/{id}/mentors" + query, cohort)
                .then();
    }

    private static RequestSpecification still(String login) {
        return Tokens.as(login).accept("text/html").redirects().follow(false);
    }
}
