package org.tianbo.learning.progress;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Trainees;

/** What a phone may not send, and what happens to the rest of its call. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({SyncRefusalsIT.TRAINEE, SyncRefusalsIT.OTHER})
class SyncRefusalsIT {

    static final String TRAINEE = "sync-refusals";
    static final String OTHER = "sync-refusals-other";
    private static final String LESSON = PhoneRecords.LESSON;

    @Inject
    PhoneRecords phones;

    @Test
    void oneBadRecordDoesNotKeepTheOthersOut() {
        ObjectNode unknownVersion = phones.completed(Ids.next(), LESSON, phones.now());
        ((ObjectNode) unknownVersion.get("data")).put("version", "0123456789abcdef");
        ObjectNode zero = phones.completed(Ids.next(), LESSON, phones.now());
        ((ObjectNode) zero.get("data")).put("lesson", "first\u0000sentence");
        ObjectNode strangeAnswer = phones.quiz(Ids.next(), phones.now(), true);
        ((ObjectNode) strangeAnswer.at("/data/answers"))
                .putArray("no-such-item")
                .add("a");

        phones.send(
                        TRAINEE,
                        phones.call(
                                unknownVersion,
                                zero,
                                strangeAnswer,
                                phones.record(Ids.next(), "lesson.forgotten", phones.now()),
                                phones.opened(Ids.next()).put("at", "1970-01-01T00:00:01Z"),
                                phones.opened(Ids.next()).put("at", "soon"),
                                phones.opened(Ids.next()).put("id", "7"),
                                phones.tick("before-practice", "no-such-item"),
                                phones.tick("no-such-list", "battery"),
                                phones.tick("before-practice", "battery"),
                                phones.opened(Ids.next())))
                .body(
                        "results.code",
                        contains(
                                "learning.version-unknown",
                                "learning.version-unknown",
                                "curriculum.answers-refused",
                                "learning.type-unknown",
                                "learning.time-out-of-range",
                                "learning.time-unreadable",
                                "learning.id-refused",
                                "learning.checklist-unknown",
                                "learning.checklist-unknown",
                                null,
                                null))
                .body("results[9].status", equalTo("accepted"))
                .body("results[10].status", equalTo("accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "0001-01-01T00:00:00.000Z"
            })
    void noYearMakesAFault(String at) {
        phones.send(TRAINEE, phones.call(phones.opened(Ids.next()).put("at", at)))
                .body("results.code", contains("learning.time-out-of-range"));
    }

    /** The demo's people have joined when the tests began. */
    @Test
    void nobodyLearnedBeforeTheyJoinedNorMoreThanADayAhead() {
        phones.send(
                        TRAINEE,
                        phones.call(
                                phones.completed(
                                        Ids.next(), LESSON, phones.now().minus(Duration.ofHours(47))),
                                phones.completed(
                                        Ids.next(), LESSON, phones.now().minus(Duration.ofHours(20))),
                                phones.completed(
                                        Ids.next(), LESSON, phones.now().plus(Duration.ofHours(23))),
                                phones.completed(
                                        Ids.next(), LESSON, phones.now().plus(Duration.ofHours(25)))))
                .body("results.status", contains("rejected", "accepted", "accepted", "rejected"))
                .body("results.code", contains("learning.time-out-of-range", null, null, "learning.time-out-of-range"));
    }

    @Test
    void fiveHundredAreTakenAndOneMoreIsNot() {
        ObjectNode[] most = IntStream.range(0, 500)
                .mapToObj(number -> phones.opened(Ids.next()))
                .toArray(ObjectNode[]::new);
        phones.send(OTHER, phones.call(most))
                .body("results", hasSize(500))
                .body("results.status", everyItem(equalTo("accepted")));

        ObjectNode tooMany = phones.call(most);
        ((ArrayNode) tooMany.get("records")).add(phones.opened(Ids.next()));
        phones.post(OTHER, tooMany.toString()).statusCode(422).body("code", equalTo("request.invalid"));
    }

    @Test
    void moreThanAMebibyteIsRefused() {
        ObjectNode call = phones.call(phones.opened(Ids.next()));
        call.put("device", "x".repeat(1 << 20));

        phones.post(TRAINEE, call.toString()).statusCode(413);
    }

    @Test
    void aFieldNobodyKnowsOrACallThatIsNoneIsRefused() {
        phones.post(
                        TRAINEE,
                        phones.call(phones.opened(Ids.next()))
                                .put("hurry", true)
                                .toString())
                .statusCode(422)
                .body("code", equalTo("request.unknown-field"));
        phones.post(
                        TRAINEE,
                        phones.call(phones.opened(Ids.next()).put("mood", "good"))
                                .toString())
                .statusCode(422);
        phones.post(TRAINEE, "{\"device\":\"d\"}").statusCode(422);
        phones.post(TRAINEE, "{\"records\":[]}").statusCode(422);
        phones.post(TRAINEE, "{\"device\":\"d\",\"records\":[null]}").statusCode(422);
        phones.post(TRAINEE, "{\"device\":\"d\",\"records\":[{\"type\":\"lesson.opened\"}]}")
                .statusCode(422);
        phones.post(TRAINEE, "{\"device\":").statusCode(400);
        phones.post(TRAINEE, "").statusCode(422);
    }

    @Test
    void onlyLearnersSend() {
        phones.post("officer1", phones.call(phones.opened(Ids.next())).toString())
                .statusCode(403);
        phones.post("mentor1", phones.call(phones.opened(Ids.next())).toString())
                .statusCode(403);
    }
}
