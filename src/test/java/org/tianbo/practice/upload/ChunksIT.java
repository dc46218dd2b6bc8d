package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.tianbo.practice.attempt.Chunks.attemptOf;
import static org.tianbo.practice.attempt.Chunks.bytes;
import static org.tianbo.practice.attempt.Chunks.digest;
import static org.tianbo.practice.attempt.Chunks.finish;
import static org.tianbo.practice.attempt.Chunks.put;
import static org.tianbo.practice.attempt.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.Media;
import org.tianbo.media.storage.FullDisk;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.attempt.Chunks;
import org.tianbo.practice.attempt.CountyChunks;
import org.tianbo.testsupport.LargeBody;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ChunksIT {

    private static final int AT_ONCE = 8;

    @Inject
    Media media;

    @Inject
    CountyChunks stored;

    @Test
    void anAttemptIsMadeOnceUnderTheNameThePhoneChose() {
        UUID id = Ids.next();
        Chunks.make("trainee1", id, "冻米糖")
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("state", equalTo("planned"));
        Chunks.make("trainee1", id, "冻米糖").then().statusCode(200);
        Chunks.make("trainee1", id, "大米").then().statusCode(409).body("code", equalTo("practice.other-plan"));
        Chunks.make("trainee2", id, "冻米糖").then().statusCode(404);
    }

    @Test
    void manyMakingTheSameAttemptAtOnceMakeItOnce() throws Exception {
        UUID id = Ids.next();
        List<Integer> answers =
                atOnce(number -> () -> Chunks.make("trainee1", id, "冻米糖").statusCode());
        assertThat(answers).containsOnly(201, 200).containsOnlyOnce(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"x\",\"format\":\"opera\"} | 422",
                "{\"title\":\" \",\"format\":\"pitch\"} | 422",
                "{\"format\":\"pitch\"} | 422",
                "{\"title\":\"x\",\"format\":\"pitch\",\"colour\":\"red\"} | 422",
                "{\"title\":\"x\",\"format\":\"pitch\",\"runOfShow\":\"0123456789abcdef\"} | 422",
                "{\"title\":\"x\",\"format\":\"pitch\",\"products\":[\"\"]} | 422",
                "{\"title\": | 400",
            })
    void anOddPlanIsRefused(String body, int status) {
        Tokens.as("trainee1")
                .contentType("application/json")
                .body(body)
                .put("/api/attempts/{id}", Ids.next())
                .then()
                .statusCode(status)
                .body("code", notNullValue());
    }

    @Test
    void chunksComeInAnyOrderAndAsOftenAsTheyLike() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 2, 0, bytes("second take")).then().statusCode(201);
        put("trainee1", id, 1, 4, bytes("e")).then().statusCode(201);
        put("trainee1", id, 1, 1, bytes("b")).then().statusCode(201);
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(200);
        Tokens.as("trainee1")
                .get("/api/attempts/{id}/takes", id)
                .then()
                .statusCode(200)
                .body("take", contains(1, 2))
                .body("[0].chunks", equalTo(List.of(List.of(0, 1), List.of(4, 4))))
                .body("[0].bytes", equalTo(3))
                .body("[0].type", equalTo(Chunks.WEBM))
                .body("[1].bytes", equalTo(11));
        Tokens.as("trainee1").get("/api/attempts/{id}", id).then().body("state", equalTo("uploading"));
    }

    @Test
    void otherBytesAtANumberAreRefusedAndTheFirstOnesStay() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("first")).then().statusCode(201);
        put("trainee1", id, 1, 0, bytes("other")).then().statusCode(409).body("code", equalTo("practice.other-bytes"));
        assertThat(stored.contents("fengcheng", id)).containsExactly("first");
    }

    @Test
    void aDigestIsRequiredReadableAndTrue() {
        UUID id = attemptOf("trainee1");
        Tokens.as("trainee1")
                .contentType(Chunks.WEBM)
                .body(bytes("x"))
                .put("/api/attempts/{id}/takes/1/chunks/0", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("practice.digest-missing"));
        put("trainee1", id, 1, 0, bytes("x"), "sha-256=abc")
                .then()
                .statusCode(400)
                .body("code", equalTo("practice.digest-malformed"));
        put("trainee1", id, 1, 0, bytes("x"), digest(bytes("y")))
                .then()
                .statusCode(422)
                .body("code", equalTo("media.digest-mismatch"));
        Tokens.as("trainee1").get("/api/attempts/{id}/takes", id).then().body("$", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"take\":1,\"ms\":4000} | monotonic | 202 | ",
                "\"2026-06-18T12:00:01Z\" | monotonic | 422 | practice.marks-of-another-clock",
                "{\"take\":2,\"ms\":4000} | monotonic | 422 | practice.mark-of-no-take",
                "{\"take\":1,\"ms\":-1} | monotonic | 422 | request.bad-value",
                "{\"take\":1,\"ms\":1e400} | monotonic | 422 | request.bad-value",
                "5 | monotonic | 422 | request.bad-value",
                "{\"take\":1,\"ms\":4000} | sundial | 422 | request.invalid",
            })
    void aFinishNamesTheRecordedTimeOfItsMarkers(String at, String clock, int status, String code) {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        String body =
                """
                {"takes":[{"take":1,"chunks":1,"startedAt":"2026-06-18T12:00:00Z","endedAt":"2026-06-18T12:00:06Z"}],
                 "marks":[{"at":%s,"kind":"step","ref":"hook"}],"clock":"%s"}"""
                        .formatted(at, clock);
        Tokens.as("trainee1")
                .contentType("application/json")
                .body(body)
                .post("/api/attempts/{id}/finish", id)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void recordersMayNameTheirTypeAsTheyDo() {
        UUID id = attemptOf("trainee1");
        for (String type :
                List.of("video/webm;codecs=vp8,opus", "video/mp4;codecs=avc1.42E01E,opus", "video/quicktime")) {
            Chunks.phone("trainee1")
                    .header("Content-Type", type)
                    .header("Content-Digest", digest(bytes(type)))
                    .body(bytes(type))
                    .put("/api/attempts/{id}/takes/{take}/chunks/0", id, type.length())
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void eightMebibytesAreTakenAndOneByteMoreIsNot() throws Exception {
        UUID id = attemptOf("trainee1");
        assertThat(statusOf(id, 0, new byte[(int) Uploads.LARGEST_CHUNK])).isEqualTo(201);
        assertThat(statusOf(id, 1, new byte[(int) Uploads.LARGEST_CHUNK + 1])).isEqualTo(413);
    }

    private static int statusOf(UUID attempt, int seq, byte[] chunk) throws Exception {
        return LargeBody.statusOf(
                "PUT",
                "/api/attempts/" + attempt + "/takes/1/chunks/" + seq,
                "trainee1",
                chunk,
                "Content-Type",
                Chunks.WEBM,
                "Content-Digest",
                digest(chunk));
    }

    @Test
    void anAttemptOfSomebodyElseIsNotThere() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        for (String other : List.of("trainee2", "trainee7")) {
            put(other, id, 1, 0, bytes("a")).then().statusCode(404);
            finish(other, id, List.of(take(1, 1))).then().statusCode(404);
            Tokens.as(other).get("/api/attempts/{id}", id).then().statusCode(404);
            Tokens.as(other).get("/api/attempts/{id}/takes", id).then().statusCode(404);
            Tokens.as(other).post("/api/attempts/{id}/submit", id).then().statusCode(404);
        }
        put("mentor1", id, 1, 0, bytes("a")).then().statusCode(403);
        Tokens.as("mentor1").get("/api/attempts/{id}", id).then().statusCode(404);
        put("trainee1", Ids.next(), 1, 0, bytes("a")).then().statusCode(404);
    }

    @Test
    void countiesMayUseTheSameNameWithoutMeeting() {
        UUID id = attemptOf("trainee1");
        Chunks.make("trainee7", id, "西峡香菇").then().statusCode(201);
        put("trainee7", id, 1, 0, bytes("zhenping")).then().statusCode(201);
        put("trainee1", id, 1, 0, bytes("fengcheng")).then().statusCode(201);
        assertThat(stored.contents("fengcheng", id)).containsExactly("fengcheng");
        assertThat(stored.contents("zhenping", id)).containsExactly("zhenping");
    }

    @Test
    void theSameChunkSentByManyAtOnceIsStoredOnce() throws Exception {
        UUID id = attemptOf("trainee1");
        byte[] same = new byte[300_000];
        List<Integer> answers =
                atOnce(number -> () -> put("trainee1", id, 1, 0, same).statusCode());
        assertThat(answers).containsOnly(201, 200).containsOnlyOnce(201);
        assertThat(stored.count("fengcheng", id)).isEqualTo(1);
    }

    @Test
    void ofManyDifferentOnesAtOnceOneWinsAndItsBytesStay() throws Exception {
        UUID id = attemptOf("trainee1");
        List<Integer> answers = atOnce(number ->
                () -> put("trainee1", id, 1, 0, bytes("from " + number)).statusCode());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(stored.contents("fengcheng", id)).containsExactly("from " + answers.indexOf(201));
    }

    @Test
    void finishListsWhatIsMissingAndClosesWhenNothingIs() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 1, bytes("b")).then().statusCode(201);
        put("trainee1", id, 1, 4, bytes("e")).then().statusCode(201);
        finish("trainee1", id, List.of(take(1, 5), take(2, 1)))
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.chunks-missing"))
                .body("missing.take", contains(1, 2))
                .body("missing[0].chunks", equalTo(List.of(List.of(0, 0), List.of(2, 3))))
                .body("missing[1].chunks", equalTo(List.of(List.of(0, 0))));
        for (int seq : List.of(0, 2, 3)) {
            put("trainee1", id, 1, seq, bytes("more " + seq)).then().statusCode(201);
        }
        finish("trainee1", id, List.of(take(1, 5))).then().statusCode(202);
        finish("trainee1", id, List.of(take(1, 5))).then().statusCode(202);
        finish("trainee1", id, List.of(take(1, 4))).then().statusCode(410);
        put("trainee1", id, 1, 5, bytes("late")).then().statusCode(410);
        put("trainee1", id, 1, 0, bytes("more 0")).then().statusCode(410);
        Chunks.make("trainee1", id, "冻米糖").then().statusCode(200);
    }

    @Test
    void anAcknowledgedChunkCannotBeLeftOut() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        put("trainee1", id, 1, 1, bytes("b")).then().statusCode(201);
        put("trainee1", id, 2, 0, bytes("c")).then().statusCode(201);
        finish("trainee1", id, List.of(take(1, 1)))
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.finish-leaves-out"))
                .body("surplus.take", contains(1, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"takes\":[],\"marks\":[]}",
                "{\"marks\":[]}",
                "{\"takes\":[{\"take\":1,\"chunks\":0,\"startedAt\":\"2026-06-18T12:00:00Z\","
                        + "\"endedAt\":\"2026-06-18T12:00:01Z\"}]}",
                "{\"takes\":[{\"take\":1,\"chunks\":1,\"startedAt\":\"yesterday\","
                        + "\"endedAt\":\"2026-06-18T12:00:01Z\"}]}",
                "{\"takes\":[{\"take\":1,\"chunks\":1,\"startedAt\":\"2026-06-18T12:00:02Z\","
                        + "\"endedAt\":\"2026-06-18T12:00:01Z\"}]}",
                "{\"takes\":[{\"take\":1,\"chunks\":1,\"startedAt\":\"2026-06-18T12:00:00Z\"}]}",
                "{\"takes\":[null]}",
                "{\"takes\":[{\"take\":1,\"chunks\":1,\"startedAt\":\"2026-06-18T12:00:00Z\","
                        + "\"endedAt\":\"2026-06-18T12:00:01Z\"}],\"mood\":1}",
            })
    void anOddFinishIsRefused(String body) {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        Tokens.as("trainee1")
                .contentType("application/json")
                .body(body)
                .post("/api/attempts/{id}/finish", id)
                .then()
                .statusCode(422);
    }

    @Test
    void aFinishThatNoPhoneCanHaveMadeIsRefusedBeforeAnyWork() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        List<Map<String, ?>> takes = new ArrayList<>();
        for (int take = 1; take <= 1000; take++) {
            takes.add(take(take, 100_000));
        }

        finish("trainee1", id, takes).then().statusCode(422).body("code", equalTo("practice.too-many-takes"));
        finish("trainee1", id, List.of(take(1, 100_000)))
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.too-many-chunks"));
        finish("trainee1", id, List.of(take(1, 2_000)))
                .then()
                .statusCode(409)
                .body("missing[0].chunks", equalTo(List.of(List.of(1, 1999))));
    }

    @ParameterizedTest
    @CsvSource({"201, 0, practice.too-many-takes", "1, 2000, practice.too-many-chunks"})
    void aChunkThatNoRehearsalOfThisLengthHasIsRefused(int take, int seq, String code) {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, take, seq, bytes("a")).then().statusCode(422).body("code", equalTo(code));
    }

    @Test
    void anEmptyChunkIsRefused() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, new byte[0]).then().statusCode(422).body("code", equalTo("practice.chunk-empty"));
    }

    @Test
    void aChunkThatComesInWhileTheAttemptClosesLeavesNoBytesBehind() throws Exception {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        byte[] late = bytes("late");

        int status = LargeBody.statusOf(
                "PUT",
                "/api/attempts/" + id + "/takes/1/chunks/1",
                "trainee1",
                HttpRequest.BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(new ByteArrayInputStream(late, 0, 2), new RestAfter(late, 2, () -> {
                            Tokens.as("trainee1").get("/api/attempts/{id}/takes", id);
                            finish("trainee1", id, List.of(take(1, 1))).then().statusCode(202);
                        }))),
                "Content-Type",
                Chunks.WEBM,
                "Content-Digest",
                digest(late));
        assertThat(status).isEqualTo(410);

        assertThat(media.sizes("fengcheng/attempts/" + id).keySet())
                .noneMatch(key -> key.endsWith(Chunks.sha256(late)));
        assertThat(stored.contents("fengcheng", id)).containsExactly("a");
    }

    @Test
    void bytesThatTheDiskLostAreRequestedAgainAndTakenAgain() {
        UUID id = attemptOf("trainee1");
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(201);
        stored.keys("fengcheng", id).forEach(media::delete);
        finish("trainee1", id, List.of(take(1, 1)))
                .then()
                .statusCode(409)
                .body("missing[0].chunks", equalTo(List.of(List.of(0, 0))));
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(200);
        finish("trainee1", id, List.of(take(1, 1))).then().statusCode(202);
    }

    @Test
    void withoutRoomThePhoneIsToldToKeepIt() {
        UUID id = attemptOf("trainee1");
        FullDisk.install();
        put("trainee1", id, 1, 0, bytes("a")).then().statusCode(507).body("code", equalTo("media.no-room"));
        Tokens.as("trainee1").get("/api/attempts/{id}/takes", id).then().body("$", hasSize(0));
    }

    @Test
    void nothingIsHandedInBeforeItIsFinished() {
        UUID id = attemptOf("trainee1");
        Response refused = Tokens.as("trainee1").post("/api/attempts/{id}/submit", id);
        refused.then()
                .statusCode(409)
                .body("code", equalTo("practice.not-when-planned"))
                .body("state", equalTo("planned"));
    }

    /** Bytes that come only after something else has happened. */
    private static final class RestAfter extends ByteArrayInputStream {

        private final Runnable before;
        private boolean done;

        RestAfter(byte[] bytes, int from, Runnable before) {
            super(bytes, from, bytes.length - from);
            this.before = before;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!done) {
                done = true;
                before.run();
            }
            return super.read(buffer, offset, length);
        }
    }

    private interface Numbered {
        Callable<Integer> call(int number);
    }

    private static List<Integer> atOnce(Numbered calls) throws InterruptedException, ExecutionException {
        Tokens.of("trainee1");
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Integer>> answers = threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(calls::call).toList());
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }
}
