package org.tianbo.learning.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.enrolment.Classes;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.learning.sync.PhoneRecord;
import org.tianbo.learning.sync.RecordJournal;
import org.tianbo.learning.sync.RecordType;
import org.tianbo.learning.sync.Sender;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A path is chosen on a page or by a phone's record; home and the courses follow the last choice. Needs PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({ChosenPathIT.ON_A_PAGE, ChosenPathIT.BY_PHONE})
class ChosenPathIT {

    static final String ON_A_PAGE = "chooses-a-path";
    static final String BY_PHONE = "chooses-by-phone";

    @Inject
    PhoneRecords phones;

    @Inject
    RecordJournal journal;

    @Inject
    CurrentCounty county;

    @Inject
    Classes classes;

    @Test
    void withoutAScriptAPathIsChosenAndLeftAgain() {
        choose(ON_A_PAGE, "official").then().statusCode(303);
        assertThat(Tokens.page(ON_A_PAGE, "/"))
                .contains("路线：帮村民站到前面", "学了 0 课，还有 25 课", "href=\"/learn/phone-in-hand/first-look-at-a-live\"");
        assertThat(Tokens.page(ON_A_PAGE, "/learn")).contains("您走的路线：帮村民站到前面", "data-way=\"first-look-at-a-live ");
        assertThat(Tokens.page(ON_A_PAGE, "/learn/paths")).containsOnlyOnce("class=\"card stack first\"");

        phones.send(ON_A_PAGE, phones.call(phones.completed(Ids.next(), "first-look-at-a-live", phones.now())));
        assertThat(Tokens.page(ON_A_PAGE, "/")).contains("学了 1 课，还有 24 课");
        // The second lesson of the path, which is the third of its course.
        assertThat(Tokens.page(ON_A_PAGE, "/learn"))
                .contains("href=\"/learn/phone-in-hand/light-and-background\" data-next-lesson");

        choose(ON_A_PAGE, "").then().statusCode(303);
        assertThat(Tokens.page(ON_A_PAGE, "/")).doesNotContain("路线：");
        assertThat(Tokens.page(ON_A_PAGE, "/learn"))
                .contains("href=\"/learn/phone-in-hand/stand-the-phone\" data-next-lesson");

        assertThat(choose(ON_A_PAGE, "no-such-path").statusCode()).isEqualTo(422);
        assertThat(choose("mentor1", "official").statusCode()).isEqualTo(403);
    }

    @Test
    void ofWhatPhonesBringTheLastChoiceCountsInWhateverOrderItComes() {
        Instant now = phones.now();
        phones.send(BY_PHONE, phones.call(chosen("co-op", now), chosen("official", now.minus(Duration.ofMinutes(5)))));
        assertThat(Tokens.page(BY_PHONE, "/")).contains("路线：合作社卖货人");

        phones.send(BY_PHONE, phones.call(chosen("no-such-path", now), chosen("../", now)))
                .body("results.code", equalTo(List.of("learning.path-unknown", "learning.path-unknown")));
        assertThat(Tokens.page(BY_PHONE, "/")).contains("路线：合作社卖货人");
    }

    @Test
    void theCountySeesWhichPathSomebodyGoesAndHowFarTheyCame() {
        UUID cohort = classes.open();
        UUID trainee = classes.enrol(cohort, 1).get(0);
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("path", "official");
        RecordType type = RecordType.PATH_CHOSEN;
        PhoneRecord record = new PhoneRecord(Ids.next(), type, phones.now(), data, type.read(data));
        county.as(
                "fengcheng",
                () -> journal.append(new Sender("fengcheng", trainee, "a phone"), List.of(record), phones.now()));

        assertThat(Tokens.page("officer1", "/cohorts/" + cohort + "/trainees/" + trainee))
                .contains("自己选的学习路线：帮村民站到前面，学了 0 课，还有 25 课。");
    }

    private ObjectNode chosen(String path, Instant at) {
        ObjectNode record = phones.record(Ids.next(), "path.chosen", at);
        record.putObject("data").put("path", path);
        return record;
    }

    private static Response choose(String login, String path) {
        return Tokens.form(login).formParam("path", path).post("/learn/paths");
    }
}
