package org.tianbo.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.WatchedTime;
import org.tianbo.learning.progress.PhoneRecords;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** From a mentor's question to how it was answered, and seconds of several phones; needs the journal of records. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class VideoQuestionsIT {

    private static final String COUNTY = "asking-county";
    private static final String MENTOR = "asking-mentor";
    private static final String TRAINEE = "asked-trainee";
    private static final String OTHER = "asked-too";
    private static final String LESSON = PhoneRecords.LESSON;
    private static final String OTHER_LESSON = "know-your-product";
    private static final String PAGE = "/learn/speaking-to-camera/" + LESSON;
    private static final String ITEM = "before-speaking";
    private static final String WHY = "手里有货，别人一眼就明白";

    private static UUID film;
    private static UUID trainee;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    Curriculum curriculum;

    @Inject
    ShownFilm films;

    @Inject
    PhoneRecords phones;

    @Inject
    WatchedTime watchedTime;

    @BeforeEach
    void aVideoOfAMinute() {
        if (film == null) {
            counties.open(COUNTY, "提问县", "Asking county");
            UUID mentor = newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
            trainee = newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
            newcomers.join(COUNTY, OTHER, Roles.TRAINEE);
            film = films.of(COUNTY, LESSON, mentor, 60);
        }
    }

    @Test
    void aQuestionIsAskedInTheVideoMarkedByTheServerAndCountedForTheMentor() {
        refused(ITEM, "soon", "时间看不懂");
        refused(ITEM, "1:00", "视频里没有这个时间");
        refused("no-such-question", "0:20", "这一课没有这道题");
        add(ITEM, "0:20").statusCode(303);
        refused(ITEM, "0:40", "已经在问了");
        refused("where-to-look", "0:20", "请错开几秒");
        add("where-to-look", "0:30").statusCode(303);

        String page = Tokens.page(TRAINEE, PAGE);
        assertThat(page)
                .contains("会停下来问您 2 个小问题", "data-question=\"" + ITEM + "\" data-second=\"20\"", "开口以前")
                .doesNotContain(WHY);
        assertThat(Tokens.page(TRAINEE, PAGE + "/video-answers")).contains("还没有答过");

        UUID wrong = answered(TRAINEE, ITEM, List.of("a"), "accepted");
        assertThat(Tokens.page(TRAINEE, PAGE + "/video-answers"))
                .contains("data-record=\"" + wrong + "\"", WHY, "不对", "答对 0 题，共 1 题");
        answered(TRAINEE, ITEM, List.of("b"), "accepted");
        answered(TRAINEE, "where-to-look", List.of(), "accepted");
        answered(OTHER, ITEM, List.of("b"), "accepted");
        answered(TRAINEE, "no-such-question", List.of("a"), "rejected");
        answered(TRAINEE, ITEM, List.of("z"), "rejected");
        answered(TRAINEE, "dialect", List.of("c"), "accepted");

        assertThat(Tokens.page(TRAINEE, PAGE + "/video-answers"))
                .as("the last answer; of a question that only the quiz asks, nothing is told")
                .contains("答对 1 题，共 1 题")
                .doesNotContain("家乡话不扣分");
        assertThat(Tokens.page(MENTOR, "/lesson-videos/" + LESSON + "/" + film))
                .contains("2 人答了，头一次就答对的 1 人；0 人跳过", "0 人答了，头一次就答对的 0 人；1 人跳过");
        answered(TRAINEE, OTHER_LESSON, "how-big", List.of("a"), "accepted");
        watched(TRAINEE).body("answered", contains(ITEM, "dialect")).body("skipped", contains("where-to-look"));

        remove("where-to-look").statusCode(303);
        assertThat(Tokens.page(TRAINEE, PAGE)).contains("会停下来问您 1 个小问题").doesNotContain("data-second=\"30\"");
        remove(ITEM).statusCode(303);
    }

    @Test
    void ofTwoQuestionsThatAreAddedForTheSameMomentOneIsAndTheOtherIsToldWhy() {
        List<String> told = Stream.of("dialect", "where-to-look")
                .map(item -> CompletableFuture.supplyAsync(() -> add(item, "0:50")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(page -> page.extract().statusCode() + " " + page.extract().asString())
                .sorted()
                .toList();
        assertThat(told.get(0)).startsWith("303");
        assertThat(told.get(1)).startsWith("422").contains("请错开几秒");
        remove("dialect").statusCode(303);
        remove("where-to-look").statusCode(303);
    }

    @Test
    void secondsOfSeveralPhonesAndDaysAreMergedAndNeverAddedTwice() {
        Instant yesterday = phones.now().minus(Duration.ofHours(20));
        played(OTHER, yesterday, 0, 20);
        played(OTHER, phones.now(), 10, 30);
        played(OTHER, phones.now(), 0, 30);
        watched(OTHER).body("played", contains(0, 30));
        played(OTHER, phones.now(), 50, 600);
        watched(OTHER).body("played", contains(0, 30, 50, 60));
        Tokens.as(OTHER)
                .get("/api/watched/" + Ids.next())
                .then()
                .statusCode(200)
                .body("played", empty());
    }

    @Test
    void hoursOnlineCountTheCountysVideoByWhatReallyPlayedAndNoLongerThanItIs() {
        Instant now = phones.now();
        played(TRAINEE, now, 5, 25);
        played(TRAINEE, now, 15, 7_200);
        assertThat(seconds(now.minusSeconds(60), now.plusSeconds(60))).isEqualTo(55);
        assertThat(seconds(now.plusSeconds(60), now.plusSeconds(120))).isZero();
        ObjectNode odd = played(now, 0, 60);
        ((ObjectNode) odd.get("data")).put("video", Ids.next().toString());
        phones.send(TRAINEE, phones.call(odd)).body("results[0].status", equalTo("accepted"));
        assertThat(seconds(now.minusSeconds(60), now.plusSeconds(60)))
                .as("a video that the county does not have")
                .isEqualTo(55);
    }

    private long seconds(Instant from, Instant until) {
        return county.as(COUNTY, () -> watchedTime.of(List.of(trainee), from, until))
                .getOrDefault(trainee, Duration.ZERO)
                .toSeconds();
    }

    private UUID answered(String login, String item, List<String> answer, String status) {
        return answered(login, LESSON, item, answer, status);
    }

    private UUID answered(String login, String lesson, String item, List<String> answer, String status) {
        ObjectNode record = phones.completed(Ids.next(), lesson, phones.now());
        record.put("type", "video.answered");
        ObjectNode data =
                ((ObjectNode) record.get("data")).put("video", film.toString()).put("item", item);
        answer.forEach(data.putArray("answer")::add);
        phones.send(login, phones.call(record)).body("results[0].status", equalTo(status));
        return UUID.fromString(record.get("id").textValue());
    }

    private void played(String login, Instant at, int from, int until) {
        phones.send(login, phones.call(played(at, from, until))).body("results[0].status", equalTo("accepted"));
    }

    private ObjectNode played(Instant at, int from, int until) {
        ObjectNode record = phones.completed(Ids.next(), LESSON, at);
        record.put("type", "lesson.watched");
        ((ObjectNode) record.get("data"))
                .put("video", film.toString())
                .putArray("played")
                .add(from)
                .add(until);
        return record;
    }

    private static ValidatableResponse watched(String login) {
        return Tokens.as(login).get("/api/watched/" + film).then().statusCode(200);
    }

    private static void refused(String item, String at, String why) {
        assertThat(add(item, at).statusCode(422).extract().asString()).contains(why, "value=\"" + at + "\"");
    }

    private static ValidatableResponse add(String item, String at) {
        return Tokens.form(MENTOR)
                .formParams(Map.of("item", item, "at", at))
                .post("/lesson-videos/{lesson}/{film}/questions", LESSON, film)
                .then();
    }

    private static ValidatableResponse remove(String item) {
        return Tokens.form(MENTOR)
                .post("/lesson-videos/{lesson}/{film}/questions/{item}/remove", LESSON, film, item)
                .then();
    }
}
