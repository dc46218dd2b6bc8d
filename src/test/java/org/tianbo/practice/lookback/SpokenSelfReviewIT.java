package org.tianbo.practice.lookback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.media.Media;
import org.tianbo.platform.data.Sha256;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.Reviews;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.program.EspeakNg;

/** What a host speaks of an own attempt. Needs rows, roles, the object storage and ffmpeg. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(
        value = {SpokenSelfReviewIT.TRAINEE, SpokenSelfReviewIT.OTHER},
        mentor = "mentor1")
class SpokenSelfReviewIT {

    static final String TRAINEE = "spoken-review";
    static final String OTHER = "spoken-review-other";

    private static final int RATE = 8000;
    private static final byte[] SPEECH = EspeakNg.read("da4 jia1 hao3 wo3 shi4 wang2 fang1");
    private static final String PLACE = "/api/attempts/{id}/self-review/voices/{sha256}";

    @Inject
    Media media;

    @Test
    void itsMentorAndItsHostHearItAndNobodyElse() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        String voice = Sha256.hex(SPEECH);
        speak(id, SPEECH).then().statusCode(201);
        speak(id, SPEECH).then().statusCode(200);
        refer(id, voice, "04:00:00").then().statusCode(200).body("kept.voice", equalTo(voice));

        String page = "/api/attempts/" + id + "/self-review/voices/" + voice;
        assertThat(Tokens.page("mentor1", "/mentoring/" + Reviews.ofAttempt("mentor1", id)))
                .contains("src=\"" + page + "\"");
        for (String reader : new String[] {TRAINEE, "mentor1"}) {
            String link =
                    hear(reader, id, voice).then().statusCode(307).extract().header("Location");
            byte[] played =
                    Tokens.as(reader).get(link).then().statusCode(200).extract().asByteArray();
            assertThat(new String(played, 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("ftyp");
        }
        hear(OTHER, id, voice).then().statusCode(404);
        hear("mentor3", id, voice).then().statusCode(404);
        hear("officer1", id, voice).then().statusCode(403);
        hear(TRAINEE, id, "0".repeat(64)).then().statusCode(404).body("code", equalTo("practice.voice-unknown"));
        Tokens.as("officer1").get("/api/attempts/{id}", id).then().body("selfReview", nullValue());
    }

    @Test
    void wordsThatAreEditedLaterLeaveTheVoiceAndTakenBackItIsGone() {
        UUID id = Chunks.attemptOf(TRAINEE);
        String voice = Sha256.hex(SPEECH);
        refer(id, voice, "04:00:00").then().statusCode(409).body("code", equalTo("practice.voice-not-sent"));
        speak(id, SPEECH).then().statusCode(201);
        refer(id, voice, "04:00:00").then().statusCode(200);
        write(id, "{'kept': {'words': '先报了价钱', 'editedAt': '2026-06-18T04:00:01Z'}}")
                .then()
                .body("kept.words", equalTo("先报了价钱"))
                .body("kept.voice", equalTo(voice));
        refer(id, "", "04:00:02").then().statusCode(200).body("kept.voice", nullValue());
    }

    @Test
    void whatIsNoVoiceIsRefusedInWordsAndNothingIsKept() {
        UUID id = Chunks.attemptOf(TRAINEE);
        refused(speak(id, tone(5, 0)), "media.voice-silent");
        refused(speak(id, tone(70, 8000)), "media.voice-too-long");
        refused(speak(id, "no sound at all, but long enough to be looked at".getBytes()), "media.voice-unreadable");
        byte[] header = Arrays.copyOf(SPEECH, 40);
        refused(speak(id, header), "media.voice-unreadable");
        refused(send(TRAINEE, id, "1".repeat(64), SPEECH), "media.digest-mismatch");
        speak(id, new byte[5 << 20]).then().statusCode(413);
        assertThat(media.sizes(folderOf(id))).isEmpty();
        speak(id, tone(60, 8000)).then().statusCode(201);
    }

    @Test
    void nobodyElseSpeaksOfIt() {
        UUID id = Attempts.submitted(TRAINEE, "冻米糖");
        send(OTHER, id, Sha256.hex(SPEECH), SPEECH).then().statusCode(404);
        send("mentor1", id, Sha256.hex(SPEECH), SPEECH).then().statusCode(403);
        assertThat(media.sizes(folderOf(id))).isEmpty();
    }

    @Test
    void itCountsAmongTheBytesThatAreStoredAndGoesWithTheAttempt() {
        UUID id = Chunks.attemptOf(TRAINEE);
        speak(id, SPEECH).then().statusCode(201);
        refer(id, Sha256.hex(SPEECH), "04:00:00").then().statusCode(200);
        assertThat(media.sizes(folderOf(id))).hasSize(1);
        Tokens.as(TRAINEE).delete("/api/attempts/{id}", id).then().statusCode(204);
        Eventually.value(() -> media.sizes(folderOf(id)), Map::isEmpty);
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(422).body("code", equalTo(code)).body("detail", not(emptyOrNullString()));
    }

    private static String folderOf(UUID id) {
        return "fengcheng/attempts/" + id + "/voices";
    }

    private static Response refer(UUID id, String voice, String time) {
        return write(id, "{'kept': {'words': '', 'voice': '%s', 'editedAt': '2026-06-18T%sZ'}}".formatted(voice, time));
    }

    private static Response write(UUID id, String report) {
        return Tokens.as(TRAINEE)
                .contentType("application/json")
                .body(report.replace('\'', '"'))
                .put("/api/attempts/{id}/self-review", id);
    }

    private static Response speak(UUID id, byte[] bytes) {
        return send(TRAINEE, id, Sha256.hex(bytes), bytes);
    }

    private static Response send(String login, UUID id, String sha256, byte[] bytes) {
        return Tokens.as(login).contentType("audio/wav").body(bytes).put(PLACE, id, sha256);
    }

    private static Response hear(String login, UUID id, String sha256) {
        return Tokens.as(login).redirects().follow(false).get(PLACE, id, sha256);
    }

    /** So many seconds of a square wave as a WAV file. */
    private static byte[] tone(int seconds, int amplitude) {
        int samples = seconds * RATE;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes());
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (i / 10 % 2 == 0 ? amplitude : -amplitude));
        }
        return wav.array();
    }
}
