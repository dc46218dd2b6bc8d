package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.Chunks.CopyChunk;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** A live from the host's chunks to the player's segments: real ffmpeg, storage and leases in a real PostgreSQL. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(WatchLiveIT.HOST)
class WatchLiveIT {

    static final String HOST = "is-watched-live";

    @Inject
    LiveLeases leases;

    @TempDir
    Path folder;

    /** One viewer, with the cookie of the page. */
    private record Viewer(String page, String pass) {

        static Viewer opens(String page) {
            Response opened = RestAssured.given().accept("text/html").get(page);
            opened.then().statusCode(200);
            return new Viewer(page, opened.cookie("tianbo-viewer"));
        }

        Response get(String path) {
            return RestAssured.given()
                    .urlEncodingEnabled(false)
                    .cookie("tianbo-viewer", pass)
                    .get(page + path);
        }

        String playlist(Predicate<String> wanted) {
            return Eventually.value(() -> get("/playlist.m3u8").asString(), wanted);
        }

        byte[] bytes(String path) {
            Response answer = get("/" + path);
            answer.then().statusCode(200);
            return answer.asByteArray();
        }
    }

    @Test
    void takesOfDifferentCodecsAreOneLiveWithABreakBetweenThem() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "family"));
        // Nothing is made before somebody watches; then it begins at the newest chunks, here all of a segment or two.
        send(attempt, 1, Clips.webm(folder));
        String first = viewer.playlist(list -> !segments(list).isEmpty());
        RestAssured.given()
                .get(viewer.page() + "/as/" + viewer.pass() + "/"
                        + segments(first).get(0))
                .then()
                .statusCode(200)
                .contentType("video/iso.segment");
        RestAssured.given()
                .get(viewer.page() + "/as/" + viewer.pass() + "x/playlist.m3u8")
                .then()
                .statusCode(403);
        assertThat(codecs(viewer, first, 0)).containsExactlyInAnyOrder("h264", "aac");

        send(attempt, 2, Clips.mp4(folder));
        String both = viewer.playlist(list -> list.contains("#EXT-X-DISCONTINUITY\n"));
        assertThat(both).startsWith("#EXTM3U").contains("init/0.mp4", "init/1.mp4");
        assertThat(codecs(viewer, both, 1)).containsExactly("h264");
        List<LiveSegment> stored = leases.segments(attempt);
        assertThat(stored)
                .extracting(LiveSegment::number)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(stored.get(stored.size() - 1).take()).isEqualTo(2);
        for (int index = 1; index < stored.size(); index++) {
            LiveSegment before = stored.get(index - 1);
            LiveSegment segment = stored.get(index);
            if (segment.run() == before.run()) {
                assertThat(segment.shownAt()).isEqualTo(before.shownUntil());
            } else {
                assertThat(segment.shownAt()).isAfterOrEqualTo(before.shownUntil());
            }
        }
    }

    @Test
    void aPhoneThatIsTurnedInATakeOfH264IsABreakAndEverythingBehindItHasOneShape() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "family"));
        List<byte[]> chunks = Clips.turnedMp4(folder);
        viewer.get("/playlist.m3u8");
        put(attempt, 1, chunks, 0, 2);
        viewer.playlist(list -> !segments(list).isEmpty());
        put(attempt, 1, chunks, 2, chunks.size());
        List<LiveSegment> made = Eventually.value(() -> leases.segments(attempt), all -> all.stream()
                .anyMatch(one -> one.fromMs() + one.durationMs() > 5_000));
        String list = viewer.playlist(all -> all.contains("#EXT-X-DISCONTINUITY\n"));
        for (int run = 0; run <= made.get(made.size() - 1).run(); run++) {
            assertThat(codecs(viewer, list, run)).containsExactly("h264");
            assertThat(PictureShapes.in(Files.readAllBytes(folder.resolve("stretch-" + run + ".mp4"))))
                    .hasSize(1);
        }
    }

    @Test
    void aChunkThatNeverComesIsABreakAndPlayersGoOn() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "family"));
        List<byte[]> chunks = Chunks.cut(Clips.webm(folder), 60_000);
        int half = chunks.size() / 2;
        viewer.get("/playlist.m3u8");
        put(attempt, 1, chunks, 0, half);
        viewer.playlist(list -> !segments(list).isEmpty());
        put(attempt, 1, chunks, half + 1, chunks.size());
        String after = viewer.playlist(list -> list.contains("#EXT-X-DISCONTINUITY\n"));
        assertThat(codecs(viewer, after, 1)).contains("h264");
    }

    /** A chunk of the take is 1.2 seconds here; the phone's network carries the small copy alone from 4.8 to 8.4. */
    @Test
    void viewersAreShownTheCopyWhileTheTakeDoesNotComeAndThenTheTakeAgain() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "family"));
        List<byte[]> chunks = Chunks.cut(Clips.webm(folder), 60_000);
        viewer.get("/playlist.m3u8");
        put(attempt, 1, chunks, 0, 4);
        viewer.playlist(list -> !segments(list).isEmpty());
        List<byte[]> copy = Chunks.cut(Clips.smallWebm(folder), 30_000);
        for (int seq = 0; seq < copy.size(); seq++) {
            CopyChunk place = new CopyChunk(attempt, 1, 1, seq, 4 + Math.min(seq, 2), 4_800 + 1_200 * seq);
            Chunks.putCopy(HOST, place, copy.get(seq)).then().statusCode(201);
        }
        String ofCopy = viewer.playlist(list -> list.contains("init/1.mp4"));
        assertThat(codecs(viewer, ofCopy, 1)).containsExactly("h264");
        put(attempt, 1, chunks, 7, chunks.size());
        String again = viewer.playlist(list -> list.contains("init/2.mp4"));
        assertThat(codecs(viewer, again, 2)).containsExactlyInAnyOrder("h264", "aac");
        put(attempt, 1, chunks, 4, 7);
        assertThat(leases.segments(attempt))
                .extracting(LiveSegment::fromMs)
                .isSorted()
                .anyMatch(ms -> ms == 4_800);
    }

    @Test
    void whenTheReplicaDiesAnotherGoesOnFromTheStoredChunks() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "mentor"));
        List<byte[]> chunks = Chunks.cut(Clips.webm(folder), 60_000);
        int half = chunks.size() / 2;
        viewer.get("/playlist.m3u8");
        put(attempt, 1, chunks, 0, half);
        String before = viewer.playlist(list -> !segments(list).isEmpty());

        leases.leaveToADeadReplica(attempt);
        put(attempt, 1, chunks, half, chunks.size());
        String after = viewer.playlist(list -> list.contains("#EXT-X-DISCONTINUITY\n"));
        assertThat(segments(after)).startsWith(segments(before).toArray(String[]::new));
        assertThat(codecs(viewer, after, 1)).contains("h264");
    }

    @Test
    void whenFfmpegDiesItIsBegunAnew() throws IOException {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer viewer = Viewer.opens(invite(attempt, "classmates"));
        List<byte[]> chunks = Chunks.cut(Clips.webm(folder), 60_000);
        int half = chunks.size() / 2;
        viewer.get("/playlist.m3u8");
        put(attempt, 1, chunks, 0, half);
        viewer.playlist(list -> !segments(list).isEmpty());
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("ffmpeg"))
                .forEach(ProcessHandle::destroyForcibly);
        put(attempt, 1, chunks, half, chunks.size());
        viewer.playlist(list -> list.contains("#EXT-X-DISCONTINUITY\n"));
    }

    @Test
    void whoWasNotInvitedSeesNothing() {
        UUID attempt = Chunks.attemptOf(HOST);
        String page = invite(attempt, "family");
        // Not its last letter, some of whose bits say nothing: another one may stand for the same.
        status(404, page.replaceFirst("...(?=.{9}$)", "___"));
        status(404, page.replaceFirst("/live/[^/]+/", "/live/elsewhere/"));
        for (String path : List.of("/playlist.m3u8", "/segments/0.m4s", "/init/0.mp4", "/events")) {
            RestAssured.given().get(page + path).then().statusCode(403);
        }
        Tokens.as("trainee2").get("/practice/{id}/live", attempt).then().statusCode(404);
        Tokens.as("trainee2")
                .formParams("audience", "family", "name", "")
                .post("/practice/{id}/live", attempt)
                .then()
                .statusCode(404);
    }

    @Test
    void aLinkThatWasWithdrawnOrHasEndedShowsNothingMore() {
        UUID attempt = Chunks.attemptOf(HOST);
        Viewer family = Viewer.opens(invite(attempt, "family"));
        Viewer mentor = Viewer.opens(invite(attempt, "mentor"));
        family.get("/playlist.m3u8").then().statusCode(200);
        String invitation = Tokens.as(HOST)
                .get("/practice/{id}/live", attempt)
                .asString()
                .transform(
                        page -> matches(page, "/live/([0-9a-f-]{36})/withdraw").get(0));
        Tokens.as(HOST)
                .redirects()
                .follow(false)
                .post("/practice/{id}/live/{invitation}/withdraw", attempt, invitation)
                .then()
                .statusCode(303);
        Eventually.value(() -> family.get("/playlist.m3u8").statusCode(), status -> status == 410);
        status(410, family.page());
        mentor.get("/playlist.m3u8").then().statusCode(200);

        leases.endInvitations(attempt);
        Eventually.value(() -> mentor.get("/playlist.m3u8").statusCode(), status -> status == 410);
        status(410, mentor.page());
    }

    private static void status(int status, String path) {
        RestAssured.given().accept("text/html").get(path).then().statusCode(status);
    }

    /** @return the path of the link */
    private static String invite(UUID attempt, String audience) {
        Tokens.as(HOST)
                .redirects()
                .follow(false)
                .formParams("audience", audience, "name", "大姐")
                .post("/practice/{id}/live", attempt)
                .then()
                .statusCode(303);
        List<String> links = matches(
                Tokens.as(HOST).get("/practice/{id}/live", attempt).asString(), "data-link>[^<]*(/live/[^<]+)<");
        return links.get(links.size() - 1);
    }

    private static List<String> segments(String playlist) {
        return matches(playlist, "(segments/\\d+\\.m4s)");
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Of what a player would read of one stretch: its beginning and its segments. */
    private List<String> codecs(Viewer viewer, String playlist, int run) throws IOException {
        String stretch =
                playlist.substring(playlist.indexOf("init/" + run + ".mp4")).split("#EXT-X-DISCONTINUITY\n")[0];
        Path file = folder.resolve("stretch-" + run + ".mp4");
        Files.write(file, viewer.bytes("init/" + run + ".mp4"));
        for (String segment : segments(stretch)) {
            Files.write(file, viewer.bytes(segment), StandardOpenOption.APPEND);
        }
        return new ArrayList<>(leases.codecs(file));
    }

    private static void send(UUID attempt, int take, byte[] bytes) {
        List<byte[]> chunks = Chunks.cut(bytes, 60_000);
        put(attempt, take, chunks, 0, chunks.size());
    }

    private static void put(UUID attempt, int take, List<byte[]> chunks, int from, int to) {
        for (int seq = from; seq < to; seq++) {
            Chunks.put(HOST, attempt, take, seq, chunks.get(seq)).then().statusCode(201);
        }
    }
}
