package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.digest;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
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
import org.tianbo.media.storage.FullDisk;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees({ChunksIT.TRAINEE, ChunksIT.OTHER})
@Trainees(value = ChunksIT.ELSEWHERE, county = "zhenping")
class ChunksIT extends UploadCalls {

    static final String TRAINEE = "chunks";
    static final String OTHER = "chunks-other";
    static final String ELSEWHERE = "chunks-elsewhere";
    private static final int AT_ONCE = 8;

    @Test
    void anAttemptIsMadeOnceUnderTheNameThePhoneChose() {
        UUID id = Ids.next();
        Chunks.make(TRAINEE, id, "冻米糖")
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()))
                .body("state", equalTo("planned"));
        Chunks.make(TRAINEE, id, "冻米糖").then().statusCode(200);
        Chunks.make(TRAINEE, id, "大米").then().statusCode(409).body("code", equalTo("practice.other-plan"));
        Chunks.make(OTHER, id, "冻米糖").then().statusCode(404);
    }

    @Test
    void manyMakingTheSameAttemptAtOnceMakeItOnce() throws Exception {
        UUID id = Ids.next();
        List<Integer> answers =
                atOnce(number -> () -> Chunks.make(TRAINEE, id, "冻米糖").statusCode());
        assertThat(answers).containsOnly(201, 200).containsOnlyOnce(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"x\",\"format\":\"opera\"} | 422",
                "{\"title\":\" \",\"format\":\"pitch\"} | 422",
                "{\"format\":\"pitch\"} | 422",
                "{\"title\":\"x\",\"format\":\"pitch\",\"runOfShow\":\"0123456789abcdef\"} | 422",
                "{\"title\":\"x\",\"format\":\"pitch\",\"products\":[\"\"]} | 422",
                "{\"title\": | 400",
            })
    void anOddPlanIsRefused(String body, int status) {
        Tokens.as(TRAINEE)
                .contentType("application/json")
                .body(body)
                .put("/api/attempts/{id}", Ids.next())
                .then()
                .statusCode(status)
                .body("code", notNullValue());
    }

    @Test
    void chunksComeInAnyOrderAndAsOftenAsTheyLike() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 2, 0, bytes("second take")).then().statusCode(201);
        put(TRAINEE, id, 1, 4, bytes("e")).then().statusCode(201);
        put(TRAINEE, id, 1, 1, bytes("b")).then().statusCode(201);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(200);
        Tokens.as(TRAINEE)
                .get("/api/attempts/{id}/takes", id)
                .then()
                .statusCode(200)
                .body("take", contains(1, 2))
                .body("[0].chunks", equalTo(List.of(List.of(0, 1), List.of(4, 4))))
                .body("[0].bytes", equalTo(3))
                .body("[0].type", equalTo(Chunks.WEBM))
                .body("[1].bytes", equalTo(11));
        Tokens.as(TRAINEE).get("/api/attempts/{id}", id).then().body("state", equalTo("uploading"));
    }

    @Test
    void otherBytesAtANumberAreRefusedAndTheFirstOnesStay() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("first")).then().statusCode(201);
        put(TRAINEE, id, 1, 0, bytes("other")).then().statusCode(409).body("code", equalTo("practice.other-bytes"));
        assertThat(stored.contents("fengcheng", id)).containsExactly("first");
    }

    @Test
    void aSecondPhoneIsRefusedAndNothingOfTheFirstIsTouched() {
        UUID id = attemptOf(TRAINEE);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Chunks.storedFor(second, TRAINEE, id).then().statusCode(200).body("", hasSize(0));
        Chunks.putFrom(first, TRAINEE, id, 1, 0, bytes("first")).then().statusCode(201);
        Chunks.putFrom(second, TRAINEE, id, 1, 1, bytes("second"))
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.recorded-elsewhere"));
        // Else it would take the first one's chunks for its own, and count them as safe.
        Chunks.storedFor(second, TRAINEE, id).then().statusCode(409);
        Chunks.storedFor(first, TRAINEE, id).then().statusCode(200).body("[0].bytes", equalTo(5));
        Chunks.putFrom(first, TRAINEE, id, 1, 1, bytes("on")).then().statusCode(201);
        Chunks.deleteFrom(second, TRAINEE, id)
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.recorded-elsewhere"));
        assertThat(stored.contents("fengcheng", id)).containsExactly("first", "on");
        // A page that was opened before phones named themselves.
        put(TRAINEE, id, 1, 2, bytes("nameless")).then().statusCode(201);
        Chunks.putFrom(second, TRAINEE, id, 1, 3, bytes("second")).then().statusCode(409);
        Chunks.deleteFrom(first, TRAINEE, id).then().statusCode(204);
    }

    /** Nothing of it was entered, so it is known no better than before. */
    @Test
    void aPhoneWhoseChunkTheDatabaseLostIsLookedAtAsCloselyAsBefore() {
        UUID id = attemptOf(TRAINEE);
        UUID failed = UUID.randomUUID();
        stored.lose("fengcheng", id, failed);
        Chunks.putFrom(UUID.randomUUID(), TRAINEE, id, 1, 0, bytes("another"))
                .then()
                .statusCode(201);
        Chunks.putFrom(failed, TRAINEE, id, 1, 1, bytes("failed")).then().statusCode(409);
    }

    @Test
    void aDigestIsRequiredReadableAndTrue() {
        UUID id = attemptOf(TRAINEE);
        Tokens.as(TRAINEE)
                .contentType(Chunks.WEBM)
                .body(bytes("x"))
                .put("/api/attempts/{id}/takes/1/chunks/0", id)
                .then()
                .statusCode(400)
                .body("code", equalTo("practice.digest-missing"));
        put(TRAINEE, id, 1, 0, bytes("x"), "sha-256=abc")
                .then()
                .statusCode(400)
                .body("code", equalTo("practice.digest-malformed"));
        put(TRAINEE, id, 1, 0, bytes("x"), digest(bytes("y")))
                .then()
                .statusCode(422)
                .body("code", equalTo("media.digest-mismatch"));
        Tokens.as(TRAINEE).get("/api/attempts/{id}/takes", id).then().body("$", hasSize(0));
    }

    @Test
    void recordersMayNameTheirTypeAsTheyDo() {
        UUID id = attemptOf(TRAINEE);
        for (String type :
                List.of("video/webm;codecs=vp8,opus", "video/mp4;codecs=avc1.42E01E,opus", "video/quicktime")) {
            Chunks.phone(TRAINEE)
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
        UUID id = attemptOf(TRAINEE);
        assertThat(statusOf(TRAINEE, id, 0, new byte[(int) Uploads.LARGEST_CHUNK]))
                .isEqualTo(201);
        assertThat(statusOf(TRAINEE, id, 1, new byte[(int) Uploads.LARGEST_CHUNK + 1]))
                .isEqualTo(413);
    }

    @Test
    void anAttemptOfSomebodyElseIsNotThere() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        for (String other : List.of(OTHER, ELSEWHERE)) {
            put(other, id, 1, 0, bytes("a")).then().statusCode(404);
            finish(other, id, List.of(take(1, 1))).then().statusCode(404);
            Tokens.as(other).get("/api/attempts/{id}", id).then().statusCode(404);
            Tokens.as(other).get("/api/attempts/{id}/takes", id).then().statusCode(404);
            Tokens.as(other).post("/api/attempts/{id}/submit", id).then().statusCode(404);
        }
        put("mentor1", id, 1, 0, bytes("a")).then().statusCode(404);
        put("officer1", id, 1, 0, bytes("a")).then().statusCode(403);
        Tokens.as("mentor1").get("/api/attempts/{id}", id).then().statusCode(404);
        put(TRAINEE, Ids.next(), 1, 0, bytes("a")).then().statusCode(404);
    }

    @Test
    void countiesMayUseTheSameNameWithoutMeeting() {
        UUID id = attemptOf(TRAINEE);
        Chunks.make(ELSEWHERE, id, "西峡香菇").then().statusCode(201);
        put(ELSEWHERE, id, 1, 0, bytes("zhenping")).then().statusCode(201);
        put(TRAINEE, id, 1, 0, bytes("fengcheng")).then().statusCode(201);
        assertThat(stored.contents("fengcheng", id)).containsExactly("fengcheng");
        assertThat(stored.contents("zhenping", id)).containsExactly("zhenping");
    }

    @Test
    void theSameChunkSentByManyAtOnceIsStoredOnce() throws Exception {
        UUID id = attemptOf(TRAINEE);
        byte[] same = new byte[300_000];
        List<Integer> answers =
                atOnce(number -> () -> put(TRAINEE, id, 1, 0, same).statusCode());
        assertThat(answers).containsOnly(201, 200).containsOnlyOnce(201);
        assertThat(stored.count("fengcheng", id)).isEqualTo(1);
    }

    @Test
    void ofManyDifferentOnesAtOnceOneWinsAndItsBytesStay() throws Exception {
        UUID id = attemptOf(TRAINEE);
        List<Integer> answers = atOnce(
                number -> () -> put(TRAINEE, id, 1, 0, bytes("from " + number)).statusCode());
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(stored.contents("fengcheng", id)).containsExactly("from " + answers.indexOf(201));
    }

    @ParameterizedTest
    @CsvSource({"201, 0, practice.too-many-takes", "1, 2000, practice.too-many-chunks"})
    void aChunkThatNoRehearsalOfThisLengthHasIsRefused(int take, int seq, String code) {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, take, seq, bytes("a")).then().statusCode(422).body("code", equalTo(code));
    }

    @Test
    void anEmptyChunkIsRefused() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, new byte[0]).then().statusCode(422).body("code", equalTo("practice.chunk-empty"));
    }

    @Test
    void withoutRoomThePhoneIsToldToKeepIt() {
        UUID id = attemptOf(TRAINEE);
        FullDisk.install();
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(507).body("code", equalTo("media.no-room"));
        Tokens.as(TRAINEE).get("/api/attempts/{id}/takes", id).then().body("$", hasSize(0));
    }

    private interface Numbered {
        Callable<Integer> call(int number);
    }

    private static List<Integer> atOnce(Numbered calls) throws InterruptedException, ExecutionException {
        Tokens.of(TRAINEE);
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
