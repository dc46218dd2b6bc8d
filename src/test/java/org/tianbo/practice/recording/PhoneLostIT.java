package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.putCopy;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Chunks.CopyChunk;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.phonelost.PhoneLostSweep;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A phone that is lost while it records: what arrived is made a recording, and replaced should the phone come back. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({PhoneLostIT.TRAINEE, PhoneLostIT.OTHER})
class PhoneLostIT extends SentTakes {

    static final String TRAINEE = "phone-lost";
    static final String OTHER = "phone-lost-other";

    private static final String COUNTY = "fengcheng";
    private static final String MADE_OF_WHAT_ARRIVED = "这是用已经收到的部分做的";
    private static final String SMALL_PICTURE = "直播时传来的小画面";

    @Inject
    CountyAttempts attempts;

    @Inject
    PhoneLostSweep sweep;

    @Test
    void viewersCopiesFillWhatNeverCameUntilThePhoneComesBack() throws IOException {
        UUID id = attemptOf(TRAINEE);
        withoutPhone(TRAINEE, id).then().statusCode(409).body("code", equalTo("practice.phone-sent-nothing"));
        Path first = webm("first.webm", 4, "320x240");
        Path second = webm("second.webm", 4, "320x240");
        int chunks = send(TRAINEE, id, 1, first);
        byte[] small = Files.readAllBytes(webm("small.webm", 4, "160x120"));
        List<byte[]> copy = Chunks.cut(small, small.length / 2 + 1);
        putCopy(TRAINEE, new CopyChunk(id, 2, 1, 0, 0, 0), copy.get(0)).then().statusCode(201);
        putCopy(TRAINEE, new CopyChunk(id, 2, 1, 1, 1, 2_000), copy.get(1))
                .then()
                .statusCode(201);
        withoutPhone(TRAINEE, id).then().statusCode(409).body("code", equalTo("practice.phone-still-sending"));
        assertThat(page(id)).contains("那部手机回不来了");

        attempts.rest(COUNTY, id, Duration.ofMinutes(5));
        withoutPhone(OTHER, id).then().statusCode(404);
        withoutPhone(TRAINEE, id).then().statusCode(202);
        withoutPhone(TRAINEE, id).then().statusCode(202);
        JsonPath made = atRest(TRAINEE, id);
        assertThat(made.getString("state")).isEqualTo("ready");
        assertThat(made.getLong("durationMs")).isCloseTo(8_000L, within(400L));
        measured(TRAINEE, id);
        assertThat(page(id)).contains(MADE_OF_WHAT_ARRIVED, SMALL_PICTURE);

        int later = send(TRAINEE, id, 2, second);
        String before = made.getString("links.video");
        finish(
                        TRAINEE,
                        id,
                        List.of(
                                take(1, chunks, "2026-06-18T12:00:00Z", "2026-06-18T12:00:04Z"),
                                take(2, later, "2026-06-18T12:00:05Z", "2026-06-18T12:00:09Z")))
                .then()
                .statusCode(202);
        JsonPath better = atRest(TRAINEE, id);
        assertThat(better.getLong("durationMs")).isCloseTo(8_000L, within(300L));
        measured(TRAINEE, id);
        assertThat(page(id)).doesNotContain(MADE_OF_WHAT_ARRIVED, SMALL_PICTURE);
        assertThat(plain().get(before).statusCode()).as("the one it replaces").isEqualTo(404);
        assertThat(plain().get(better.getString("links.video")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPhoneThatIsSilentForDaysIsWaitedForNoLonger() throws IOException {
        UUID id = attemptOf(OTHER);
        UUID young = attemptOf(OTHER);
        send(OTHER, id, 1, webm("silent.webm", 3, "320x240"));
        put(OTHER, young, 1, 0, bytes("begun")).then().statusCode(201);
        attempts.rest(COUNTY, young, Duration.ofDays(2));
        attempts.rest(COUNTY, id, Duration.ofDays(4));
        attempts.everywhere(sweep::run);
        Eventually.value(() -> Attempts.state(OTHER, id), "ready"::equals);
        assertThat(Attempts.state(OTHER, young)).isEqualTo("uploading");

        Tokens.as(OTHER).post("/api/attempts/{id}/submit", id).then().statusCode(200);
        put(OTHER, id, 1, 900, bytes("too late")).then().statusCode(410);
    }

    private static Response withoutPhone(String login, UUID id) {
        return Tokens.as(login).post("/api/attempts/{id}/finish-without-phone", id);
    }

    private static String page(UUID id) {
        return Tokens.page(TRAINEE, "/practice/" + id);
    }
}
