package org.tianbo.cohort.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.http.Downloads;

/** Trainees say how it goes on their phones. Needs rows of a county, its months, and roles. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SatisfactionIT {

    private static final Pattern NEXT = Pattern.compile("href=\"(/dashboards/satisfaction\\?after=[^\"]+)\"");

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern ROUND = Pattern.compile("name=\"round\" value=\"(\\d)\"");
    private static final String ELSEWHERE = "says-elsewhere";
    private static final String HARD = "货卖得动，就是发货太慢";

    @Inject
    Newcomers newcomers;

    @Inject
    Classes classes;

    private final String trainee = "says-how-it-goes-" + NUMBER.incrementAndGet();
    private UUID cohort;
    private int round;

    @BeforeEach
    void aClassEndedMonthsAgo() {
        cohort = classes.open();
        classes.enrol(cohort, newcomers.join(trainee, Roles.TRAINEE));
        Matcher asked = ROUND.matcher(Tokens.page(trainee, "/my-say"));
        assertThat(asked.find()).isTrue();
        round = Integer.parseInt(asked.group(1));
    }

    @Test
    void aTraineeIsAskedAtTheCountysMonthsAndAnswersOnceWhateverThePhoneSends() {
        assertThat(Tokens.page(trainee, "/")).contains("/my-say");
        assertThat(Tokens.page(trainee, "/my-say")).contains("满意", cohort.toString(), "name=\"round\"");
        UUID id = Ids.next();

        send(trainee, id, "good", HARD).body("results[0].status", equalTo("accepted"));
        send(trainee, id, "good", HARD).body("results[0].status", equalTo("duplicate"));

        assertThat(Tokens.page(trainee, "/")).doesNotContain("/my-say");
        assertThat(Tokens.page(trainee, "/my-say")).contains("现在没有要问您的");
        assertThat(numbers()).contains(cohort.toString());
    }

    @Test
    void thePageWorksWithoutItsScriptAndSaysWhatIsMissing() {
        form(trainee, Map.of("cohort", cohort, "round", round, "words", HARD))
                .statusCode(422)
                .body(containsString("请选一个脸"), containsString(HARD));
        form(trainee, Map.of("cohort", cohort, "round", round, "face", "poor", "words", "x".repeat(201)))
                .statusCode(422)
                .body(containsString("话太长了"));
        form(trainee, Map.of("cohort", cohort, "round", round, "face", "poor")).statusCode(303);
        form(trainee, Map.of("cohort", UUID.randomUUID(), "round", round, "face", "poor"))
                .statusCode(404);
        send(trainee, Ids.next(), "good", "x".repeat(201)).body("results[0].code", equalTo("cohort.sentence-too-long"));
    }

    @Test
    void whatWasChosenIsShownFromFiveAnswersOnAndNeverByWhom() {
        for (int number = 1; number <= 4; number++) {
            String login = trainee + "-" + number;
            classes.enrol(cohort, newcomers.join(login, Roles.TRAINEE));
            send(login, Ids.next(), number == 1 ? "poor" : "good", HARD).body("results[0].status", equalTo("accepted"));
        }
        String sentences = "/dashboards/satisfaction/" + cohort + "/" + round;
        assertThat(row()).contains("4/5", "不到 5 人答").doesNotContain("3/4");
        assertThat(Tokens.page("officer1", sentences)).doesNotContain(HARD);

        send(trainee, Ids.next(), "fair", "").body("results[0].status", equalTo("accepted"));

        assertThat(row()).contains("5/5", "3/5", "1/5");
        assertThat(Downloads.rows("officer1", "/dashboards/satisfaction/numbers.{format}"))
                .anySatisfy(
                        file -> assertThat(file.subList(2, 8)).containsExactlyInAnyOrder("5", "5", "5", "3", "1", "1"));
        assertThat(Tokens.page("auditor1", sentences)).contains(HARD).doesNotContain(trainee);

        String sixth = trainee + "-6";
        classes.enrol(cohort, newcomers.join(sixth, Roles.TRAINEE));
        send(sixth, Ids.next(), "poor", "第六句").body("results[0].status", equalTo("accepted"));
        assertThat(row()).contains("6/6", "3/5", "1/5").doesNotContain("2/6");
        assertThat(Tokens.page("auditor1", sentences)).contains(HARD).doesNotContain("第六句");
    }

    @Test
    void whereAllChoseTheSameItIsNotSaidWhich() {
        for (int number = 1; number <= 5; number++) {
            String login = trainee + "-" + number;
            classes.enrol(cohort, newcomers.join(login, Roles.TRAINEE));
            send(login, Ids.next(), "poor", "").body("results[0].status", equalTo("accepted"));
        }
        assertThat(row()).contains("选得都一样").doesNotContain("5/5", "0/5");
    }

    @Test
    void othersAreRefused() {
        PlannedSessions.page("mentor1").get("/dashboards/satisfaction").then().statusCode(403);
        PlannedSessions.page("officer1").get("/my-say").then().statusCode(403);
        PlannedSessions.page("officer2")
                .get("/dashboards/satisfaction/" + cohort + "/" + round)
                .then()
                .statusCode(404);
        newcomers.join("zhenping", ELSEWHERE, Roles.TRAINEE);
        send(ELSEWHERE, Ids.next(), "good", "").body("results[0].code", equalTo("cohort.not-enrolled"));
    }

    /** The lines of the class. */
    private String row() {
        String page = numbers();
        String from = page.substring(page.indexOf("/cohorts/" + cohort));
        return from.substring(0, from.indexOf("<tr>") < 0 ? from.length() : from.indexOf("<tr>"));
    }

    /** All pages, for the county has other classes too. */
    private static String numbers() {
        StringBuilder all = new StringBuilder();
        Optional<String> next = Optional.of("/dashboards/satisfaction");
        while (next.isPresent()) {
            String page = Tokens.page("officer1", next.get());
            all.append(page);
            next = NEXT.matcher(page).results().map(link -> link.group(1)).findFirst();
        }
        return all.toString();
    }

    private ValidatableResponse send(String login, UUID id, String face, String words) {
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of(
                        "device",
                        "phone-1",
                        "records",
                        List.of(Map.of(
                                "id",
                                id,
                                "type",
                                "say.said",
                                "at",
                                Instant.now().toString(),
                                "data",
                                Map.of("cohort", cohort, "round", round, "face", face, "words", words)))))
                .post("/api/satisfaction")
                .then();
    }

    private static ValidatableResponse form(String login, Map<String, ?> values) {
        return PlannedSessions.page(login).formParams(values).post("/my-say").then();
    }
}
