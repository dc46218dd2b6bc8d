package org.tianbo.cohort.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Consent;
import org.tianbo.cohort.enrolment.NewCohort;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** A trainee goes to another county; needs the rows of both, which neither sees of the other, and their card. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class TransferIT {

    private static final String OLD = "leaving-county";
    private static final String NEW = "arriving-county";
    private static final String OLD_OFFICER = "lets-go";
    private static final String THIRD = "transfer-third-county";
    private static final String THIRD_OFFICER = "of-the-third";
    private static final String NEW_OFFICER = "takes-in";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    People people;

    @Inject
    Cohorts cohorts;

    @Inject
    TransferTable table;

    @Inject
    TransferMoves moves;

    @Inject
    CurrentCounty county;

    private final UUID transfer = Ids.next();
    private String login;
    private UUID trainee;
    private UUID oldClass;
    private UUID newClass;

    @BeforeEach
    @ActivateRequestContext
    void aTraineeOfTheOldCounty() {
        counties.open(OLD, "转出县", "Leaving County");
        counties.open(NEW, "转入县", "Arriving County");
        newcomers.join(OLD, OLD_OFFICER, Roles.OFFICER);
        newcomers.join(NEW, NEW_OFFICER, Roles.OFFICER);
        county.run(NEW, () -> people.addVillage("新镇", "新村"));
        login = "goes-away-" + NUMBER.incrementAndGet();
        trainee = newcomers.join(
                OLD, new NewPerson(login, login, null, null, null, null, null, null, "农户", null), Roles.TRAINEE);
        oldClass = opened(OLD);
        newClass = opened(NEW);
        county.run(
                OLD,
                () -> cohorts.enrol(
                        oldClass,
                        Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, login)),
                        Consent.onPaper(trainee)));
    }

    @Test
    void whoHasConsentedArrivesAndTheOldCountyKeepsItsNumbers() {
        ask().statusCode(303);
        ask().statusCode(303);
        officer(NEW_OFFICER, "/transfers/" + transfer).statusCode(404);
        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass)).statusCode(404);
        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("等本人同意"));

        answer("yes").statusCode(303);
        answer("yes").statusCode(303);
        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("等对方县收"));
        officer(NEW_OFFICER, "/transfers/" + transfer)
                .statusCode(200)
                .body(containsString(login))
                .body(containsString("等我们收"));
        officer(NEW_OFFICER, "/today").body(containsString("想从别的县转来"));
        officer("officer2", "/transfers/" + transfer).statusCode(404);

        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass, "village", UUID.randomUUID()))
                .statusCode(422);
        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass)).statusCode(303);
        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass)).statusCode(303);
        post(OLD_OFFICER, "/take-back", Map.of("reason", "晚了")).statusCode(409);

        Tokens.as(NEW_OFFICER)
                .get("/api/cohorts/" + newClass + "/funnel")
                .then()
                .body("enrolled", equalTo(1));
        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("对方县收下了"));
        Eventually.value(() -> funnel("left"), left -> left == 1);
        assertThat(funnel("enrolled")).isEqualTo(1);
        officer(OLD_OFFICER, "/cohorts/" + oldClass + "/trainees/" + trainee).body(containsString("转入县"));
        officer(NEW_OFFICER, "/cohorts/" + newClass + "/trainees/" + trainee).statusCode(404);
    }

    @Test
    void itIsTakenBackOrDeclinedUntilItIsAccepted() {
        ask().statusCode(303);
        answer("yes").statusCode(303);
        post(OLD_OFFICER, "/take-back", Map.of("reason", "又回来了")).statusCode(303);
        post(OLD_OFFICER, "/take-back", Map.of("reason", "又回来了")).statusCode(303);
        officer(NEW_OFFICER, "/transfers/" + transfer)
                .body(containsString("转出县撤回了"))
                .body(not(containsString(login)));
        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass)).statusCode(409);
        assertThat(funnel("left")).isZero();

        UUID second = Ids.next();
        post(OLD_OFFICER, "/transfers", form(second)).statusCode(303);
        post(OLD_OFFICER, "/transfers", form(Ids.next())).statusCode(409);
        Tokens.as(login)
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParams(Map.of("transfer", second, "answer", "no"))
                .post("/transfer")
                .then()
                .statusCode(303);
        officer(OLD_OFFICER, "/transfers/" + second).body(containsString("本人不同意"));
        officer(NEW_OFFICER, "/transfers/" + second).statusCode(404);
    }

    @Test
    void aSignedPaperIsRecordedWithItsDay() {
        String signed = LocalDate.now().minusDays(2).toString();
        ask().statusCode(303);
        post(OLD_OFFICER, "/paper", Map.of("signedOn", "2999-01-01", "paper", "盒 3"))
                .statusCode(422);
        post(OLD_OFFICER, "/paper", Map.of("signedOn", signed, "paper", " ")).statusCode(422);
        post(OLD_OFFICER, "/paper", Map.of("signedOn", signed, "paper", "盒 3")).statusCode(303);
        officer(NEW_OFFICER, "/transfers/" + transfer).body(containsString("盒 3"));
        post(NEW_OFFICER, "/refuse", Map.of("reason", "已经有了")).statusCode(303);
        officer(OLD_OFFICER, "/transfers/" + transfer)
                .body(containsString("对方县没有收"))
                .body(containsString("已经有了"));
        officer(NEW_OFFICER, "/transfers/" + transfer).body(not(containsString("盒 3")), not(containsString(login)));
    }

    @Test
    void anIdThatAnotherCountyUsesTooMovesOnlyItsOwnTwoRows() {
        counties.open(THIRD, "第三县", "Third County");
        newcomers.join(THIRD, THIRD_OFFICER, Roles.OFFICER);
        UUID other = newcomers.join(THIRD, login + "-too", Roles.TRAINEE);
        ask().statusCode(303);
        answer("yes").statusCode(303);
        post(THIRD_OFFICER, "/transfers", Map.of("transfer", transfer, "person", other, "to", NEW, "reason", "也去"))
                .statusCode(303);
        answer(login + "-too", "yes").statusCode(409);
        post(THIRD_OFFICER, "/take-back", Map.of("reason", "号码撞了")).statusCode(303);

        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("等对方县收"));
        officer(NEW_OFFICER, "/transfers/" + transfer).body(containsString("等我们收"));
    }

    /** The process stopped after they were taken in and before the old county was told. */
    @Test
    @ActivateRequestContext
    void whoWasTakenInBeforeACrashIsNotTakenInAgain() {
        ask().statusCode(303);
        answer("yes").statusCode(303);
        Transfer asked = county.as(NEW, () -> table.one(transfer)).orElseThrow();
        UUID known = newcomers.join(NEW, login + "-there", Roles.TRAINEE);
        county.run(NEW, () -> moves.move(asked, Transfer.State.ACCEPTING, null));
        assertThat(county.<UUID>as(NEW, () -> moves.admit(asked, newClass, () -> known)))
                .isEqualTo(known);
        assertThat(county.<UUID>as(NEW, () -> moves.admit(asked, newClass, Ids::next)))
                .isEqualTo(known);
        county.run(NEW, () -> moves.backToConsented(asked));
        post(NEW_OFFICER, "/refuse", Map.of("reason", "晚了")).statusCode(409);

        post(NEW_OFFICER, "/accept", Map.of("cohort", newClass)).statusCode(303);

        assertThat(county.as(NEW, () -> table.one(transfer)).orElseThrow().person())
                .contains(known);
        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("对方县收下了"));
    }

    @Test
    @ActivateRequestContext
    void whomNobodyHasTakenInYetCanBeRefusedWhileItIsTried() {
        ask().statusCode(303);
        answer("yes").statusCode(303);
        Transfer asked = county.as(NEW, () -> table.one(transfer)).orElseThrow();
        county.run(NEW, () -> moves.move(asked, Transfer.State.ACCEPTING, null));

        post(NEW_OFFICER, "/refuse", Map.of("reason", "收不了")).statusCode(303);
        officer(OLD_OFFICER, "/transfers/" + transfer).body(containsString("收不了"));
    }

    /** Each county hashes identity numbers by its own key: neither can tell that the other has the same person. */
    @Test
    void whoIsInTwoCountiesIsKeptByEachForItself() {
        String roster = "姓名,手机号,身份证号,镇,村\n两县人,13800000009,99999919890707007X,新镇,新村\n";
        county.run(OLD, () -> people.addVillage("新镇", "新村"));
        roster(OLD_OFFICER, oldClass, roster);
        roster(NEW_OFFICER, newClass, roster);
        officer(OLD_OFFICER, "/people?q=两县人").body(containsString("两县人"));
        officer(NEW_OFFICER, "/people?q=两县人").body(containsString("两县人"));
    }

    private static void roster(String officer, UUID cohort, String roster) {
        Tokens.as(officer)
                .contentType("text/csv; charset=UTF-8")
                .body(roster.getBytes(StandardCharsets.UTF_8))
                .post("/api/rosters?cohort={cohort}", cohort)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
    }

    private UUID opened(String of) {
        return county.as(
                of,
                () -> cohorts.open(new NewCohort("转县班 " + login, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 6, 30))));
    }

    private int funnel(String number) {
        return Tokens.as(OLD_OFFICER)
                .get("/api/cohorts/" + oldClass + "/funnel")
                .then()
                .statusCode(200)
                .extract()
                .path(number);
    }

    private ValidatableResponse ask() {
        return post(OLD_OFFICER, "/transfers", form(transfer));
    }

    private Map<String, Object> form(UUID id) {
        return new HashMap<>(Map.of("transfer", id, "person", trainee, "to", NEW, "reason", "嫁过去了"));
    }

    private ValidatableResponse answer(String answer) {
        return answer(login, answer);
    }

    private ValidatableResponse answer(String of, String answer) {
        return Tokens.as(of)
                .accept("text/html")
                .redirects()
                .follow(false)
                .formParams(Map.of("transfer", transfer, "answer", answer))
                .post("/transfer")
                .then();
    }

    private static ValidatableResponse officer(String officer, String path) {
        return Tokens.as(officer).accept("text/html").get(path).then();
    }

    private ValidatableResponse post(String officer, String path, Map<String, ?> form) {
        return Tokens.as(officer)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .formParams(form)
                .post(path.equals("/transfers") ? path : "/transfers/" + transfer + path)
                .then();
    }
}
