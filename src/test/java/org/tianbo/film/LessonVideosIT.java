package org.tianbo.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.film.upload.FilmUploads;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.media.storage.FullDisk;
import org.tianbo.people.Counties;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** From a mentor's file to what a trainee plays; needs the job pool, ffmpeg, the storage and the county's lock. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(LessonVideosIT.ELSEWHERE)
class LessonVideosIT {

    static final String ELSEWHERE = "film-trainee-elsewhere";
    private static final String COUNTY = "film-county";
    private static final String MENTOR = "film-mentor";
    private static final String OFFICER = "film-officer";
    private static final String TRAINEE = "film-trainee";
    private static final String LESSON = "first-sentence";
    private static final String PAGE = "/learn/speaking-to-camera/first-sentence";

    /** As a job leaves it that ended before it had deleted what was sent. */
    private static final String CUT_OFF =
            """
            insert into film_chunks (county, film, seq, size, sha256, key)
            values (?, ?, 0, 1, 'gone', 'film-county/no-such-chunk')
            returning seq
            """;

    private static boolean opened;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Inject
    CurrentCounty county;

    @Inject
    FilmTable films;

    @Inject
    CountyWrites writes;

    @Inject
    Jobs jobs;

    @TempDir
    Path folder;

    @BeforeEach
    void people() {
        if (!opened) {
            counties.open(COUNTY, "视频县", "Film county");
            newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
            newcomers.join(COUNTY, OFFICER, Roles.OFFICER);
            newcomers.join(COUNTY, TRAINEE, Roles.TRAINEE);
            opened = true;
        }
    }

    @Test
    void aMentorsVideoIsSeenByTheCountysTraineesOnceTheOfficeShowsIt() throws IOException {
        UUID film = FilmCalls.upload(MENTOR, LESSON, video("-f lavfi -i sine=f=300:d=3 -c:a aac -shortest"));
        assertThat(FilmCalls.outcome(MENTOR, film)).isEqualTo("ready");
        assertThat(lesson(TRAINEE)).doesNotContain(film.toString());
        file(TRAINEE, film, "small.mp4", 404);
        FilmCalls.press(MENTOR, LESSON, film, "publish").then().statusCode(403);

        FilmCalls.press(OFFICER, LESSON, film, "publish").then().statusCode(303);
        assertThat(lesson(TRAINEE)).contains("/videos/" + film + "/small.mp4", "看视频（约 ", "县里老师的视频，0:03");
        assertThat(lesson(ELSEWHERE)).doesNotContain("county-video");
        file(ELSEWHERE, film, "small.mp4", 404);
        String signed = file(TRAINEE, film, "small.mp4", 303);
        byte[] piece = RestAssured.given()
                .header("Range", "bytes=0-99")
                .get(signed)
                .then()
                .statusCode(206)
                .contentType("video/mp4")
                .extract()
                .asByteArray();
        assertThat(piece).hasSize(100);
        file(TRAINEE, film, "sound.m4a", 303);
        file(TRAINEE, film, "poster.jpg", 303);

        captioned(film);

        FilmCalls.press(OFFICER, LESSON, film, "delete").then().statusCode(409);
        UUID other = FilmCalls.upload(OFFICER, LESSON, video("-an"));
        assertThat(FilmCalls.outcome(OFFICER, other)).isEqualTo("ready");
        FilmCalls.press(OFFICER, LESSON, other, "publish").then().statusCode(303);
        assertThat(lesson(TRAINEE)).contains(other.toString(), "这个视频没有声音").doesNotContain(film.toString());
        assertThat(Tokens.page(MENTOR, "/lesson-videos/" + LESSON)).contains("所以没有「只听声音」的一份");

        FilmCalls.press(OFFICER, LESSON, other, "withdraw").then().statusCode(303);
        assertThat(lesson(TRAINEE)).doesNotContain("county-video");
        bothAreShownAtOnce(film, other);
        FilmCalls.press(MENTOR, LESSON, film, "delete").then().statusCode(403);
        FilmCalls.press(OFFICER, LESSON, film, "delete").then().statusCode(303);
        RestAssured.given().get(signed).then().statusCode(404);
        file(OFFICER, film, "small.mp4", 404);
    }

    /** One of them comes second and is shown; nobody meets a fault. */
    private static void bothAreShownAtOnce(UUID one, UUID other) {
        List<CompletableFuture<Integer>> officers = Stream.of(one, other)
                .map(film -> CompletableFuture.supplyAsync(
                        () -> FilmCalls.press(OFFICER, LESSON, film, "publish").statusCode()))
                .toList();
        assertThat(officers).map(CompletableFuture::join).containsExactly(303, 303);
        for (UUID film : List.of(one, other)) {
            FilmCalls.press(OFFICER, LESSON, film, "withdraw").then().statusCode(303);
        }
    }

    /** A fault names its line and what was typed stays on the page; without one, trainees get the captions. */
    private static void captioned(UUID film) {
        Tokens.as(TRAINEE).get("/videos/{film}/captions.vtt", film).then().statusCode(404);
        assertThat(captions(film, "WEBVTT\n\n00:01.000 --> 00:00.500\n今天说米")
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("第 3 行：", "结束的时间早过开始的时间", "今天说米");
        captions(film, "WEBVTT\n\n00:01.000 --> 00:02.500\n今天说米").statusCode(303);
        assertThat(Tokens.as(TRAINEE)
                        .get("/videos/{film}/captions.vtt", film)
                        .then()
                        .statusCode(200)
                        .contentType("text/vtt;charset=UTF-8")
                        .extract()
                        .asString())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n今天说米\n");
        assertThat(lesson(TRAINEE)).contains("/videos/" + film + "/captions.vtt");
    }

    private static ValidatableResponse captions(UUID film, String vtt) {
        return FilmCalls.page(MENTOR)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("vtt", vtt)
                .post("/lesson-videos/{lesson}/{film}/captions", LESSON, film)
                .then();
    }

    @Test
    void anUploadThatWasCutGoesOnWhereItStopped() throws IOException {
        byte[] video = video("-an");
        byte[] padded = Arrays.copyOf(video, Film.CHUNK + 10);
        UUID film = Ids.next();
        FilmCalls.announce(MENTOR, film, LESSON, padded.length)
                .then()
                .statusCode(201)
                .body("chunks", equalTo(2));
        FilmCalls.chunk(MENTOR, film, 1, FilmCalls.part(padded, 1)).then().statusCode(201);
        FilmCalls.finish(MENTOR, film)
                .then()
                .statusCode(409)
                .body("code", equalTo("film.chunks-missing"))
                .body("missing[0][0]", equalTo(0));
        FilmCalls.announce(MENTOR, film, LESSON, padded.length)
                .then()
                .statusCode(200)
                .body("safe[0][0]", equalTo(1));
        FilmCalls.chunk(MENTOR, film, 0, FilmCalls.part(padded, 0)).then().statusCode(201);
        FilmCalls.chunk(MENTOR, film, 0, FilmCalls.part(padded, 0)).then().statusCode(200);
        FilmCalls.finish(MENTOR, film).then().statusCode(202);
        FilmCalls.finish(MENTOR, film).then().statusCode(202);
        FilmCalls.chunk(MENTOR, film, 0, FilmCalls.part(padded, 0)).then().statusCode(410);
        FilmCalls.outcome(MENTOR, film);
    }

    @Test
    void whatCannotBeTakenSaysWhyAndKeepsNothing() {
        UUID film = Ids.next();
        FilmCalls.announce(MENTOR, film, LESSON, 2L << 30)
                .then()
                .statusCode(413)
                .body("code", equalTo("film.too-large"));
        FilmCalls.announce(MENTOR, film, LESSON, 0).then().statusCode(422).body("code", equalTo("film.empty"));
        FilmCalls.announce(MENTOR, film, "no-such-lesson", 10).then().statusCode(404);
        FilmCalls.announce(TRAINEE, film, LESSON, 10).then().statusCode(403);
        byte[] words = Chunks.bytes("This is a letter and no video.");
        FilmCalls.announce(MENTOR, film, LESSON, words.length).then().statusCode(201);
        FilmCalls.announce(MENTOR, film, LESSON, 11).then().statusCode(409).body("code", equalTo("film.other-file"));
        FilmCalls.announce(OFFICER, film, LESSON, words.length).then().statusCode(403);
        FilmCalls.chunk(MENTOR, film, 0, words).then().statusCode(422).body("code", equalTo("film.no-video"));
        FilmCalls.chunk(MENTOR, film, 7, words).then().statusCode(422).body("code", equalTo("film.no-such-chunk"));
        FilmCalls.chunk(MENTOR, film, 0, Chunks.bytes("short"))
                .then()
                .statusCode(422)
                .body("code", equalTo("film.chunk-size"));
        FilmCalls.announce(MENTOR, film, LESSON, words.length)
                .then()
                .statusCode(200)
                .body("safe", equalTo(List.of()));
        FilmCalls.press(MENTOR, LESSON, film, "delete").then().statusCode(303);
    }

    @Test
    void withoutRoomOnTheDiskTheBrowserIsToldAndNothingIsKept() {
        UUID film = Ids.next();
        byte[] bytes = Chunks.bytes("the beginning of a video");
        FilmCalls.announce(MENTOR, film, LESSON, bytes.length).then().statusCode(201);
        FullDisk.install();
        FilmCalls.chunk(MENTOR, film, 0, bytes).then().statusCode(507).body("code", equalTo("media.no-room"));
        Tokens.as(MENTOR).get("/api/videos/{id}", film).then().body("safe", equalTo(List.of()));
        FilmCalls.press(MENTOR, LESSON, film, "delete").then().statusCode(303);
    }

    @Test
    void anUploadIsForgottenOnlyWhileItIsUnfinishedAndWhatWasSentGoesOnceItIsNotNeeded() throws IOException {
        byte[] video = video("-an");
        UUID left = Ids.next();
        FilmCalls.announce(MENTOR, left, LESSON, video.length).then().statusCode(201);
        FilmCalls.chunk(MENTOR, left, 0, video).then().statusCode(201);
        assertThat(forgotten(left)).isTrue();
        Tokens.as(MENTOR).get("/api/videos/{id}", left).then().statusCode(404);

        UUID film = FilmCalls.upload(MENTOR, LESSON, video);
        assertThat(forgotten(film)).isFalse();
        assertThat(FilmCalls.outcome(MENTOR, film)).isEqualTo("ready");
        county.run(COUNTY, () -> writes.returning(CUT_OFF, row -> true, COUNTY, film));
        assertThat(Eventually.value(() -> safeAfterAnotherTry(film), List::isEmpty))
                .isEmpty();
    }

    /** While the first job still ends, another is not taken. */
    private List<?> safeAfterAnotherTry(UUID film) {
        QuarkusTransaction.requiringNew().run(() -> jobs.enqueue(FilmUploads.MAKING, film.toString(), COUNTY));
        return Tokens.as(MENTOR).get("/api/videos/{id}", film).path("safe");
    }

    private boolean forgotten(UUID film) {
        return county.as(COUNTY, () -> QuarkusTransaction.requiringNew().call(() -> films.forget(film)));
    }

    private byte[] video(String sound) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(
                folder,
                Ids.next() + ".mp4",
                "-f lavfi -i testsrc2=size=320x240:rate=10:duration=3 " + sound + " -c:v libx264 -preset ultrafast"));
    }

    private static String lesson(String login) {
        return Tokens.page(login, PAGE);
    }

    /** @return where it leads */
    private static String file(String login, UUID film, String name, int status) {
        return FilmCalls.page(login)
                .get("/videos/{film}/{name}", film, name)
                .then()
                .statusCode(status)
                .extract()
                .header("Location");
    }
}
