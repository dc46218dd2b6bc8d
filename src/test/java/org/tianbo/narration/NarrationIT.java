package org.tianbo.narration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonView.Sentence;
import org.tianbo.narration.Narration.Sound;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.program.EspeakNg;

/** A lesson spoken by a county's own trainer. Needs rows, roles, the object storage, jobs and ffmpeg. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class NarrationIT {

    private static final String COUNTY = "spoken-lessons";
    private static final String TRAINER = "speaks-lessons";
    private static final String LISTENER = "hears-lessons";
    private static final String STRANGER = "hears-no-lessons";
    private static final String LESSON = "first-sentence";

    private static final String AT = Instant.now().minus(Duration.ofHours(5)).toString();
    private static final String BEFORE =
            Instant.now().minus(Duration.ofHours(6)).toString();

    private static final int RATE = 8000;
    private static final byte[] SPEECH = EspeakNg.read("da4 jia1 hao3 wo3 shi4 wang2 fang1");

    @Inject
    Curriculum curriculum;

    @Inject
    Narrations narrations;

    @Inject
    CurrentCounty county;

    @Inject
    Counties counties;

    @Inject
    Newcomers newcomers;

    @BeforeEach
    void theirCounty() {
        counties.open(COUNTY, "有声县", "Spoken county");
        newcomers.join(COUNTY, TRAINER, Roles.MENTOR);
        newcomers.join(COUNTY, LISTENER, Roles.TRAINEE);
        newcomers.join(STRANGER, Roles.TRAINEE);
    }

    @Test
    void aTrainerSpeaksALessonAndThePeopleOfTheCountyHearItAndNobodyElse() throws Exception {
        SpokenLesson lesson = new SpokenLesson(COUNTY, LESSON, "zh");
        Sentence first = lesson.sentences(curriculum).get(0);
        speak(first.digest(), SPEECH, AT).then().statusCode(201);
        speak(first.digest(), SPEECH, AT).then().statusCode(200).body("counts", equalTo(Sha256.hex(SPEECH)));
        byte[] earlier = tone(2, 8_000);
        speak(first.digest(), earlier, BEFORE).then().statusCode(200).body("counts", equalTo(Sha256.hex(SPEECH)));
        page(TRAINER, "/narration/zh/" + LESSON)
                .body(containsString("data-spoken=\"" + Sha256.hex(SPEECH) + "\""))
                .body(not(containsString(Sha256.hex(earlier))));

        publish("县城话").then().statusCode(409).body(containsString("课文还差"));
        assertThat(published()).isEmpty();
        lesson.speakTheRestLike(first, curriculum, false);
        publish("县城话").then().statusCode(303);
        Narration heard = Eventually.value(this::published, Optional::isPresent).orElseThrow();
        page(TRAINER, "/narration/zh/" + LESSON).body(containsString("学员现在听得到这一课"));

        String toLearn = "/learn/speaking-to-camera/" + LESSON;
        page(LISTENER, toLearn).body(containsString("data-spoken"));
        page(STRANGER, toLearn).body(not(containsString("data-spoken")));

        assertThat(heard.speaker()).isEqualTo(TRAINER);
        assertThat(heard.dialect()).isEqualTo("县城话");
        assertThat(heard.quiz()).isEmpty();
        Sound text = heard.text();
        assertThat(text.spans())
                .extracting(Narration.Span::sentence)
                .containsExactlyElementsOf(lesson.sentences(curriculum).stream()
                        .filter(sentence -> !sentence.asked())
                        .map(Sentence::digest)
                        .toList());
        assertThat(text.bytes() * 8.0 / text.durationMs())
                .as("kilobits a second")
                .isBetween(4.0, 18.0);
        for (String ending : new String[] {Narration.OPUS, Narration.AAC}) {
            String address = text.address() + ending;
            String link = Tokens.as(LISTENER)
                    .redirects()
                    .follow(false)
                    .get(address)
                    .then()
                    .statusCode(307)
                    .extract()
                    .header("Location");
            Tokens.as(LISTENER).header("Range", "bytes=0-99").get(link).then().statusCode(206);
            Tokens.as(STRANGER).get(address).then().statusCode(404).body("code", equalTo("narration.sound-unknown"));
        }

        publish("县城话").then().statusCode(303);
        page(TRAINER, "/narration/zh/" + LESSON).body(containsString("/" + LESSON + "/withdraw"));
        form(TRAINER).post("/narration/zh/" + LESSON + "/withdraw").then().statusCode(303);
        assertThat(published()).isEmpty();
        Tokens.as(LISTENER).get(text.address() + Narration.OPUS).then().statusCode(404);
        page(TRAINER, "/narration/zh/" + LESSON).body(containsString("data-spoken=\"" + Sha256.hex(SPEECH) + "\""));
    }

    @Test
    void whatIsNoSentenceIsRefusedInWordsAndNothingIsKept() {
        String sentence = new SpokenLesson(COUNTY, LESSON, "zh")
                .sentences(curriculum).stream()
                        .filter(Sentence::asked)
                        .findFirst()
                        .orElseThrow()
                        .digest();
        refused(speak(sentence, tone(5, 0)), 422, "media.voice-silent");
        refused(speak(sentence, tone(70, 8_000)), 422, "media.voice-too-long");
        refused(speak(sentence, tone(600, 8_000, 2_000)), 422, "media.voice-too-long");
        refused(speak(sentence, tone(0.1, 8_000)), 422, "narration.too-short");
        refused(
                speak(sentence, "no sound at all, but long enough to be looked at".getBytes()),
                422,
                "media.voice-unreadable");
        speak(sentence, new byte[5 << 20]).then().statusCode(413);
        refused(speak("0123456789abcdef", SPEECH), 409, "narration.sentence-changed");
        refused(send(TRAINER, sentence, "1".repeat(64), SPEECH, AT), 422, "media.digest-mismatch");
        speak(sentence, SPEECH, "yesterday").then().statusCode(400);
        hear(TRAINER, sentence).then().statusCode(404).body("code", equalTo("narration.not-spoken"));
        send(LISTENER, sentence, Sha256.hex(SPEECH), SPEECH, AT).then().statusCode(403);
        Tokens.as(TRAINER).get("/narration/fr/" + LESSON).then().statusCode(404);
        Tokens.as(TRAINER).get("/narration/zh/no-such-lesson").then().statusCode(404);
        speak(sentence, SPEECH).then().statusCode(201);
        hear(TRAINER, sentence).then().statusCode(307);
    }

    @Test
    void whichTakeCountsDoesNotDependOnAPhonesWrongClock() {
        String sentence = new SpokenLesson(COUNTY, LESSON, "en")
                .sentences(curriculum)
                .get(0)
                .digest();
        List<byte[]> takes =
                Stream.of(1.0, 1.2, 1.4, 1.6).map(length -> tone(length, 8_000)).toList();
        String first = Sha256.hex(takes.get(0));
        english(sentence, takes.get(0), Map.of("at", AT)).statusCode(201);
        english(sentence, takes.get(1), Map.of("at", "1970-01-01T00:00:10Z", "sentAt", "1970-01-01T00:00:20Z"))
                .statusCode(201);
        Map<String, Object> setMeanwhile = Map.of("at", BEFORE, "replaces", List.of(first, Sha256.hex(takes.get(1))));
        english(sentence, takes.get(2), setMeanwhile).statusCode(201).body("counts", equalTo(Sha256.hex(takes.get(2))));
        english(sentence, takes.get(3), Map.of("at", BEFORE, "replaces", List.of(first)))
                .statusCode(200)
                .body("counts", equalTo(Sha256.hex(takes.get(2))));
        english(sentence, takes.get(3), Map.of("at", BEFORE, "replaces", List.of("no digest")))
                .statusCode(422);
    }

    private static ValidatableResponse english(String sentence, byte[] bytes, Map<String, Object> said) {
        return Tokens.as(TRAINER)
                .contentType("audio/wav")
                .queryParams(said)
                .body(bytes)
                .put("/api/narrations/en/{lesson}/{sentence}/{sha256}", LESSON, sentence, Sha256.hex(bytes))
                .then();
    }

    private Optional<Narration> published() {
        return county.as(COUNTY, () -> narrations.published(LESSON, Locale.CHINA));
    }

    private static void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code)).body("detail", not(emptyOrNullString()));
    }

    private static ValidatableResponse page(String login, String address) {
        return Tokens.as(login).accept("text/html").get(address).then().statusCode(200);
    }

    private static Response publish(String dialect) {
        return form(TRAINER).formParam("dialect", dialect).post("/narration/zh/" + LESSON + "/publish");
    }

    private static RequestSpecification form(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    private static Response speak(String sentence, byte[] bytes) {
        return speak(sentence, bytes, AT);
    }

    private static Response speak(String sentence, byte[] bytes, String at) {
        return send(TRAINER, sentence, Sha256.hex(bytes), bytes, at);
    }

    private static Response send(String login, String sentence, String sha256, byte[] bytes, String at) {
        return Tokens.as(login)
                .contentType("audio/wav")
                .queryParam("at", at)
                .body(bytes)
                .put("/api/narrations/zh/{lesson}/{sentence}/{sha256}", LESSON, sentence, sha256);
    }

    private static Response hear(String login, String sentence) {
        return Tokens.as(login)
                .redirects()
                .follow(false)
                .get("/api/narrations/zh/{lesson}/{sentence}", LESSON, sentence);
    }

    /** So many seconds of a square wave as a WAV file. */
    private static byte[] tone(double seconds, int amplitude) {
        return tone(seconds, amplitude, RATE);
    }

    private static byte[] tone(double seconds, int amplitude, int rate) {
        int samples = (int) (seconds * rate);
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes());
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        wav.putShort((short) 2).putShort((short) 16).put("data".getBytes()).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (i / 10 % 2 == 0 ? amplitude : -amplitude));
        }
        return wav.array();
    }
}
