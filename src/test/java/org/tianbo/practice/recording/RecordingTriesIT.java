package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.FfmpegFailed;
import org.tianbo.media.Media;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyAttempts;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.attempt.AttemptJobs;
import org.tianbo.practice.take.RecordingInput;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** How often a recording is tried, and for whom. The tries are rows of the scheduler's table. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(RecordingTriesIT.TRAINEE)
class RecordingTriesIT {

    private static final String COUNTY = "fengcheng";
    static final String TRAINEE = "recording-tries";
    private static final Duration TRIED_FOR = Duration.ofHours(6);

    @Inject
    CountyAttempts attempts;

    @Inject
    Newcomers newcomers;

    @Inject
    Media media;

    @Test
    void aBusyMachineTriesAgainForSixHoursSaysSoAndThenAsksItsTrainee() throws IOException {
        QuarkusMock.installMockForType(new BusyRoom(), RecordingAssembler.class);
        UUID id = sent(TRAINEE, Ids.next());

        Instant until = Instant.parse(
                Eventually.value(() -> status(TRAINEE, id).getString("triedUntil"), time -> time != null));
        Duration left = Duration.between(Instant.now(), until);
        assertThat(left).isBetween(TRIED_FOR.minusMinutes(2), TRIED_FOR);
        assertThat(status(TRAINEE, id).getString("state")).isEqualTo("processing");
        page(id, "zh-CN", "这会儿机器忙，录像还没整理好", "会自动再试，最晚试到");
        page(id, "en", "The machine is busy just now", "It is tried again by itself, until");

        attempts.hasBeenTroubledFor(COUNTY, id, TRIED_FOR.minusMinutes(10));
        Instant next = Eventually.value(
                () -> attempts.due(COUNTY, AttemptJobs.RECORDING, id), due -> due.isAfter(Instant.now()));
        attempts.makeDue(COUNTY, AttemptJobs.RECORDING, id);
        Eventually.value(() -> attempts.due(COUNTY, AttemptJobs.RECORDING, id), due -> due.isAfter(next));
        assertThat(status(TRAINEE, id).getString("state"))
                .as("within six hours")
                .isEqualTo("processing");

        attempts.hasBeenTroubledFor(COUNTY, id, Duration.ofMinutes(11));
        attempts.makeDue(COUNTY, AttemptJobs.RECORDING, id);
        JsonPath failed = Eventually.value(
                () -> status(TRAINEE, id), now -> now.getString("state").equals("failed"));
        assertThat(failed.getString("failure")).isEqualTo("practice.not-made");
        page(id, "zh-CN", "这会儿机器太忙，录像没能整理好。", "data-do=\"retry\"");
        page(id, "en", "The machine was too busy to prepare the recording.", "data-do=\"retry\"");

        QuarkusMock.installMockForType(new IdleRoom(), RecordingAssembler.class);
        Tokens.as(TRAINEE).post("/api/attempts/{id}/retry", id).then().statusCode(202);
        assertThat(Eventually.value(() -> status(TRAINEE, id), now -> now.getString("state")
                                .equals("failed"))
                        .getString("failure"))
                .isEqualTo("practice.nothing-to-see");
        page(id, "zh-CN", "录像里没有能看的画面，也没有能听的声音，再整理也还是这样。", "href=\"/practice/new\"");
        Tokens.as(TRAINEE)
                .accept("text/html")
                .get("/practice/{id}", id)
                .then()
                .body(not(containsString("data-do=\"retry\"")));
        Tokens.as(TRAINEE)
                .post("/api/attempts/{id}/retry", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.nothing-to-see"));
    }

    /** As a machine kills it that has no memory left: by a signal, in the middle of its work. */
    @Test
    void anFfmpegThatIsKilledCostsTimeAndNothingOfTheRecording(@TempDir Path programs) throws IOException {
        UUID id = Ids.next();
        KilledRoom room = new KilledRoom(id, media, programs);
        QuarkusMock.installMockForType(room, RecordingAssembler.class);
        sent(TRAINEE, id);

        // Again and again, for a try that failed sets a time of its own.
        JsonPath made = Eventually.value(
                () -> {
                    attempts.makeDue(COUNTY, AttemptJobs.RECORDING, id);
                    return status(TRAINEE, id);
                },
                now -> now.getString("state").equals("ready"));
        assertThat(programs.resolve("ffmpeg.killed")).exists();
        assertThat(room.tries).as("the killed one, and another").hasValue(2);
        assertThat(made.getLong("durationMs")).isCloseTo(3_000L, within(150L));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Range", "bytes=4-7")
                .get(made.getString("links.video"))
                .then()
                .statusCode(206)
                .body(equalTo("ftyp"));
    }

    @Test
    void oneIdInTwoCountiesIsTwoRecordings() throws IOException {
        String other = "same-id-" + UUID.randomUUID();
        newcomers.join("zhenping", other, Roles.TRAINEE);
        UUID id = Ids.next();
        sent(TRAINEE, id);
        sent(other, id);

        for (String login : List.of(TRAINEE, other)) {
            Eventually.value(() -> status(login, id).getString("state"), "ready"::equals);
        }
        for (String county : List.of(COUNTY, "zhenping")) {
            assertThat(media.sizes(county + "/attempts/" + id).keySet())
                    .as(county)
                    .anyMatch(key -> key.matches(county + "/attempts/" + id + "/recording-[0-9a-f]{16}\\.mp4"));
        }
        assertThat(status(other, id).getString("links.video")).contains("/zhenping/attempts/" + id);
        assertThat(status(TRAINEE, id).getString("links.video")).contains("/fengcheng/attempts/" + id);
    }

    private static UUID sent(String login, UUID id) throws IOException {
        Chunks.make(login, id, "冻米糖").then().statusCode(201);
        Chunks.put(login, id, 1, 0, AssembledFilm.resource("without-sound-3s.mp4"))
                .then()
                .statusCode(201);
        Chunks.finish(login, id, List.of(take(1, 1))).then().statusCode(202);
        return id;
    }

    private static JsonPath status(String login, UUID id) {
        return Tokens.as(login).get("/api/attempts/{id}", id).jsonPath();
    }

    private static void page(UUID id, String language, String sentence, String more) {
        Tokens.as(TRAINEE)
                .headers(Map.of("Accept", "text/html", "Accept-Language", language))
                .get("/practice/{id}", id)
                .then()
                .statusCode(200)
                .body(containsString(sentence), containsString(more));
    }

    /** The machine lets ffmpeg do nothing. It stands in for the assembler of the tests, and so is one. */
    private static class BusyRoom extends CachingRecordingAssembler {

        @Override
        AssembledVideo assemble(RecordingInput input, Path folder) {
            throw new FfmpegFailed("still running after PT45M");
        }
    }

    /** Of one attempt the recording is made by another ffmpeg. */
    private static class KilledRoom extends CachingRecordingAssembler {

        private final AtomicInteger tries = new AtomicInteger();
        private final UUID killed;
        private final RecordingAssembler itsOwn;
        private final RecordingAssembler ofOthers;

        KilledRoom(UUID killed, Media media, Path programs) throws IOException {
            this.killed = killed;
            this.itsOwn = AssembledFilm.assembler(media, PackedFfmpeg.killedOnce(programs));
            this.ofOthers = AssembledFilm.assembler(media, PackedFfmpeg.withDefaults());
        }

        @Override
        AssembledVideo assemble(RecordingInput input, Path folder) {
            if (!input.attempt().equals(killed)) {
                return ofOthers.assemble(input, folder);
            }
            tries.incrementAndGet();
            return itsOwn.assemble(input, folder);
        }
    }

    /** There is time again; what was sent turns out to show nothing. */
    private static class IdleRoom extends BusyRoom {

        @Override
        AssembledVideo assemble(RecordingInput input, Path folder) {
            throw new NoDecodableVideo();
        }
    }
}
