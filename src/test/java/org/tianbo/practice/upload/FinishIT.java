package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.digest;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.Media;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.http.LargeBody;

/** What closes an attempt, and what keeps it open: missing chunks, and what no phone can have made. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(FinishIT.TRAINEE)
class FinishIT extends UploadCalls {

    static final String TRAINEE = "finish";

    @Inject
    Media media;

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
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        String body =
                """
                {"takes":[{"take":1,"chunks":1,"startedAt":"2026-06-18T12:00:00Z","endedAt":"2026-06-18T12:00:06Z"}],
                 "marks":[{"at":%s,"kind":"step","ref":"hook"}],"clock":"%s"}"""
                        .formatted(at, clock);
        Tokens.as(TRAINEE)
                .contentType("application/json")
                .body(body)
                .post("/api/attempts/{id}/finish", id)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void finishListsWhatIsMissingAndClosesWhenNothingIs() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 1, bytes("b")).then().statusCode(201);
        put(TRAINEE, id, 1, 4, bytes("e")).then().statusCode(201);
        finish(TRAINEE, id, List.of(take(1, 5), take(2, 1)))
                .then()
                .statusCode(409)
                .body("code", equalTo("practice.chunks-missing"))
                .body("missing.take", contains(1, 2))
                .body("missing[0].chunks", equalTo(List.of(List.of(0, 0), List.of(2, 3))))
                .body("missing[1].chunks", equalTo(List.of(List.of(0, 0))));
        for (int seq : List.of(0, 2, 3)) {
            put(TRAINEE, id, 1, seq, bytes("more " + seq)).then().statusCode(201);
        }
        finish(TRAINEE, id, List.of(take(1, 5))).then().statusCode(202);
        finish(TRAINEE, id, List.of(take(1, 5))).then().statusCode(202);
        finish(TRAINEE, id, List.of(take(1, 4))).then().statusCode(410);
        put(TRAINEE, id, 1, 5, bytes("late")).then().statusCode(410);
        put(TRAINEE, id, 1, 0, bytes("more 0")).then().statusCode(410);
        Chunks.make(TRAINEE, id, "冻米糖").then().statusCode(200);
    }

    @Test
    void anAcknowledgedChunkCannotBeLeftOut() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        put(TRAINEE, id, 1, 1, bytes("b")).then().statusCode(201);
        put(TRAINEE, id, 2, 0, bytes("c")).then().statusCode(201);
        finish(TRAINEE, id, List.of(take(1, 1)))
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
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        Tokens.as(TRAINEE)
                .contentType("application/json")
                .body(body)
                .post("/api/attempts/{id}/finish", id)
                .then()
                .statusCode(422);
    }

    @Test
    void aFinishThatNoPhoneCanHaveMadeIsRefusedBeforeAnyWork() {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        List<Map<String, ?>> takes = new ArrayList<>();
        for (int take = 1; take <= 1000; take++) {
            takes.add(take(take, 100_000));
        }

        finish(TRAINEE, id, takes).then().statusCode(422).body("code", equalTo("practice.too-many-takes"));
        finish(TRAINEE, id, List.of(take(1, 100_000)))
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.too-many-chunks"));
        finish(TRAINEE, id, List.of(take(1, 2_000)))
                .then()
                .statusCode(409)
                .body("missing[0].chunks", equalTo(List.of(List.of(1, 1999))));
    }

    @Test
    void aChunkThatComesInWhileTheAttemptClosesLeavesNoBytesBehind() throws Exception {
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        byte[] late = bytes("late");

        int status = LargeBody.statusOf(
                "PUT",
                "/api/attempts/" + id + "/takes/1/chunks/1",
                TRAINEE,
                HttpRequest.BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(new ByteArrayInputStream(late, 0, 2), new RestAfter(late, 2, () -> {
                            Tokens.as(TRAINEE).get("/api/attempts/{id}/takes", id);
                            finish(TRAINEE, id, List.of(take(1, 1))).then().statusCode(202);
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
        UUID id = attemptOf(TRAINEE);
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(201);
        stored.keys("fengcheng", id).forEach(media::delete);
        finish(TRAINEE, id, List.of(take(1, 1)))
                .then()
                .statusCode(409)
                .body("missing[0].chunks", equalTo(List.of(List.of(0, 0))));
        put(TRAINEE, id, 1, 0, bytes("a")).then().statusCode(200);
        finish(TRAINEE, id, List.of(take(1, 1))).then().statusCode(202);
    }

    @Test
    void nothingIsHandedInBeforeItIsFinished() {
        UUID id = attemptOf(TRAINEE);
        Response refused = Tokens.as(TRAINEE).post("/api/attempts/{id}/submit", id);
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
}
