package org.tianbo.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.FamilyHelper;

/** Whoever helped is named, in words, to all who see what came of it. Needs the real sign-in. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {HelperNamedIT.NAMED, HelperNamedIT.RAN_OUT, HelperNamedIT.BY_TWO, HelperNamedIT.TWO_PHONES},
        mentor = HelperNamedIT.MENTOR)
class HelperNamedIT {

    static final String NAMED = "helped-by-name";
    static final String RAN_OUT = "helped-until-it-ran-out";
    static final String BY_TWO = "helped-by-two";
    static final String TWO_PHONES = "helped-on-one-of-two-phones";
    static final String MENTOR = "mentors-the-helped";

    private static final String PHONE = "a phone";
    private static final String LESSON = "/learn/phone-in-hand/first-look-at-a-live";

    @Inject
    Classes classes;

    @Test
    void theTraineeTheMentorAndTheClassReadWhoHelpedAndAnotherHelperDoesNot() {
        FamilyHelper helper = new FamilyHelper();
        String help = helper.helps(NAMED);
        UUID attempt = Ids.next();
        planned(helper.call(), attempt, help).then().statusCode(201);
        answered(helper);
        UUID cohort = classes.open();
        classes.enrol(cohort, person(NAMED));

        assertThat(Tokens.page("officer1", "/cohorts/" + cohort + "/trainees/" + person(NAMED)))
                .contains("有人帮：女儿小芳");
        // What somebody helped with is noted after the answer.
        Eventually.value(() -> noted(attempt), help::equals);
        Attempts.record(NAMED, attempt);
        String review = Reviews.published(MENTOR, attempt);
        assertThat(Tokens.page(MENTOR, "/mentoring/" + review)).contains("有人帮：女儿小芳", "答过 1 次，其中 1 次有人帮（女儿小芳）");
        String feedback = "/practice/" + attempt + "/feedback";
        assertThat(Tokens.page(NAMED, feedback)).contains("这次练播有人帮：女儿小芳");
        assertThat(Tokens.page(NAMED, "/my-helpers")).contains("女儿小芳", "最近一次");
        assertThat(FamilyHelper.of(NAMED).request().get(feedback).asString())
                .contains("先报重量和价钱")
                .doesNotContain("女儿小芳");
    }

    @Test
    void whatWaitedOnAPhoneUntilTheHelpHadRunOutNamesItsHelper() throws SQLException {
        String help = onSamePhone(new FamilyHelper(), RAN_OUT);
        earlier(help, "4 hours");
        UUID withHelp = Ids.next();
        UUID afterwards = Ids.next();
        Instant now = Instant.now();

        accepted(
                Tokens.as(RAN_OUT),
                List.of(
                        record(withHelp, null, now.minus(Duration.ofHours(2))),
                        record(afterwards, null, now.minus(Duration.ofMinutes(10)))));

        assertThat(helping(withHelp)).isEqualTo(help);
        assertThat(helping(afterwards)).isNull();
        assertThat(Tokens.page(RAN_OUT, "/my-helpers")).contains("邻居老李已经结束", "最近一次");
    }

    @Test
    void whatAnotherPhoneOfTheirsStoredMeanwhileWasDoneAloneHoweverLateItComes() throws SQLException {
        String help = onSamePhone(new FamilyHelper(), TWO_PHONES);
        String unsaid = begun(new FamilyHelper(), TWO_PHONES, "");
        earlier(help, "4 hours");
        earlier(unsaid, "10 hours");
        String notAsked = begun(new FamilyHelper(), TWO_PHONES, null);
        earlier(notAsked, "20 hours");
        Instant during = Instant.now().minus(Duration.ofHours(2));
        UUID here = Ids.next();
        UUID elsewhere = Ids.next();
        UUID nowhere = Ids.next();

        accepted(Tokens.as(TWO_PHONES), "another phone", List.of(record(elsewhere, null, during)));
        accepted(
                Tokens.as(TWO_PHONES),
                List.of(record(here, null, during), record(nowhere, null, during.minus(Duration.ofHours(6)))));

        assertThat(helping(here)).isEqualTo(help);
        assertThat(helping(elsewhere)).isNull();
        assertThat(helping(nowhere)).as("that phone kept nothing").isNull();
        UUID earlierVersion = Ids.next();
        Instant before = during.minus(Duration.ofHours(16));
        accepted(Tokens.as(TWO_PHONES), "another phone", List.of(record(earlierVersion, null, before)));
        assertThat(helping(earlierVersion))
                .as("a page of an earlier version does not say which phone it is")
                .isEqualTo(notAsked);
    }

    @Test
    void aHelpThatIsNamedForATimeWhenItWasOverBecomesTheHelpAtHand() throws SQLException {
        String over = onSamePhone(new FamilyHelper(), BY_TWO);
        earlier(over, "10 days");
        FamilyHelper phone = new FamilyHelper();
        String atHand = onSamePhone(phone, BY_TWO);
        UUID record = Ids.next();
        UUID attempt = Ids.next();
        accepted(phone.call(), List.of(record(record, over, Instant.now())));
        planned(phone.call(), attempt, over).then().statusCode(201);

        assertThat(helping(record)).isEqualTo(atHand);
        Eventually.value(() -> noted(attempt), atHand::equals);
    }

    private static String onSamePhone(FamilyHelper phone, String trainee) {
        return begun(phone, trainee, PHONE);
    }

    /** @param named null where the page does not say which phone it is */
    private static String begun(FamilyHelper phone, String trainee, String named) {
        Map<String, String> form = new HashMap<>(Map.of("name", "邻居老李"));
        form.computeIfAbsent("phone", asked -> named);
        Response here = phone.keep(FamilyHelper.parent(trainee).formParams(form).post("/my-helpers/here"));
        here.then().statusCode(303);
        return here.getCookie("tianbo_helping");
    }

    private static void answered(FamilyHelper helper) {
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9a-f]{16})\"")
                .matcher(helper.request().get(LESSON).asString());
        assertThat(version.find()).isTrue();
        Map<String, Object> quiz = record(Ids.next(), null, Instant.now());
        quiz.put("type", "quiz.submitted");
        quiz.put("data", Map.of("lesson", "first-look-at-a-live", "version", version.group(1), "answers", Map.of()));
        accepted(helper.call(), List.of(quiz));
    }

    /** @param help null for what the page of a lesson stores, which does not say who helped */
    private static Map<String, Object> record(UUID id, String help, Instant at) {
        Map<String, Object> record = new HashMap<>(
                Map.of("id", id, "type", "feedback.read", "at", at.toString(), "data", Map.of("attempt", Ids.next())));
        if (help != null) {
            record.put("helping", help);
        }
        return record;
    }

    private static void accepted(RequestSpecification session, List<Map<String, Object>> records) {
        accepted(session, PHONE, records);
    }

    private static void accepted(RequestSpecification session, String phone, List<Map<String, Object>> records) {
        session.contentType("application/json")
                .body(Map.of("device", phone, "records", records))
                .post("/api/sync")
                .then()
                .body(
                        "results.status",
                        equalTo(records.stream().map(one -> "accepted").toList()));
    }

    private static Response planned(RequestSpecification phone, UUID attempt, String help) {
        return phone.contentType("application/json")
                .header("Tianbo-Helping", help)
                .body(Map.of("title", "米", "format", "product-loop", "products", List.of("米")))
                .put("/api/attempts/" + attempt);
    }

    private static UUID person(String login) {
        return UUID.fromString(Tokens.as(login).get("/api/me").path("id"));
    }

    private static String helping(UUID record) {
        return value("select helping from sync_records where id = '" + record + "'");
    }

    private static String noted(UUID attempt) {
        return value("select string_agg(helping::text, ',') from helped_work where thing = '" + attempt + "'");
    }

    private static void earlier(String help, String by) throws SQLException {
        run("update helpings set begun_at = begun_at - interval '" + by + "', ends_at = ends_at - interval '" + by
                + "' where id = '" + help + "'");
    }

    private static void run(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }

    private static String value(String sql) {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
