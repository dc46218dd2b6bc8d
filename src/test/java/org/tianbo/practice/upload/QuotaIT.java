package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;

/** What a trainee of its own may keep, counted by the real database, and how long what was never finished is kept. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(value = QuotaIT.ELSEWHERE, county = "zhenping")
class QuotaIT extends QuotaOfTrainee {

    static final String ELSEWHERE = "quota-elsewhere";

    @Test
    void bytesAreTakenUpToTheQuotaAndAgainOnceItIsRaised() {
        UUID id = attemptOf(LOGIN);
        long used = used("bytes");
        change(Map.of("bytes", used + 10)).statusCode(200).body("limits.bytes", equalTo((int) (used + 10)));

        put(LOGIN, id, 1, 0, new byte[10]).then().statusCode(201);
        assertThat(used("bytes")).isEqualTo(used + 10);
        put(LOGIN, id, 1, 1, bytes("more")).then().statusCode(507).body("code", equalTo("practice.quota-bytes"));
        assertThat(stored.count(COUNTY, id)).isEqualTo(1);
        assertThat(media.sizes(COUNTY + "/attempts/" + id)).hasSize(1);
        page().body(containsString("the phone and is safe"));

        change(Map.of("bytes", used + 20)).statusCode(200);
        put(LOGIN, id, 1, 1, bytes("more")).then().statusCode(201);
    }

    @Test
    void aChunkThatWouldGoBeyondItLeavesNothingBehind() {
        UUID id = attemptOf(LOGIN);
        long used = used("bytes");
        change(Map.of("bytes", used + 10)).statusCode(200);

        put(LOGIN, id, 1, 0, new byte[11]).then().statusCode(507);

        assertThat(media.sizes(COUNTY + "/attempts/" + id)).isEmpty();
        assertThat(used("bytes")).isEqualTo(used);
    }

    @Test
    void manyAtOnceDoNotSlipThrough() throws Exception {
        UUID id = attemptOf(LOGIN);
        change(Map.of("chunks", used("chunks") + 4)).statusCode(200);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(seq ->
                        () -> put(LOGIN, id, 1, seq, bytes("chunk " + seq)).statusCode())
                .toList();
        int taken = 0;
        for (Future<Integer> answer : threads.invokeAll(calls)) {
            assertThat(answer.get()).isIn(201, 507);
            taken += answer.get() == 201 ? 1 : 0;
        }
        threads.shutdown();

        assertThat(taken).isEqualTo(4);
        assertThat(stored.count(COUNTY, id)).isEqualTo(4);
    }

    @Test
    void rehearsalsThatAreNotFinishedAreBoundedAndAFinishedOneMakesRoom() {
        UUID open = attemptOf(LOGIN);
        put(LOGIN, open, 1, 0, bytes("no video")).then().statusCode(201);
        change(Map.of("openAttempts", used("openAttempts"))).statusCode(200);

        Chunks.make(LOGIN, Ids.next(), "橘子").then().statusCode(507).body("code", equalTo("practice.quota-attempts"));
        finish(LOGIN, open, List.of(take(1, 1))).then().statusCode(202);
        Chunks.make(LOGIN, Ids.next(), "橘子").then().statusCode(201);
    }

    @Test
    void theCountyHasAQuotaOfItsOwn() {
        UUID id = attemptOf(ELSEWHERE);
        ofZhenping(Map.of("bytes", 0)).statusCode(200);
        try {
            put(ELSEWHERE, id, 1, 0, bytes("a")).then().statusCode(507).body("code", equalTo("practice.quota-county"));
        } finally {
            ofZhenping(Map.of()).statusCode(200);
        }
        put(ELSEWHERE, id, 1, 0, bytes("a")).then().statusCode(201);
    }

    @Test
    void manyPeopleAtOnceDoNotTakeMoreThanTheirCountyHas() throws Exception {
        List<String> logins =
                IntStream.range(0, 6).mapToObj(n -> "zhenping-" + n).toList();
        logins.forEach(login -> newcomers.join("zhenping", login, Roles.TRAINEE));
        Map<String, UUID> attempts = logins.stream().collect(Collectors.toMap(login -> login, Chunks::attemptOf));
        int used = Tokens.as("admin").get("/api/quotas/zhenping").path("used.chunks");
        ofZhenping(Map.of("chunks", used + 2)).statusCode(200);
        ExecutorService threads = Executors.newFixedThreadPool(logins.size());
        try {
            List<Callable<Integer>> calls = logins.stream()
                    .<Callable<Integer>>map(login -> () ->
                            put(login, attempts.get(login), 1, 0, bytes(login)).statusCode())
                    .toList();
            int taken = 0;
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                taken += answer.get() == 201 ? 1 : 0;
            }
            assertThat(taken).isEqualTo(2);
        } finally {
            threads.shutdownNow();
            ofZhenping(Map.of()).statusCode(200);
        }
    }

    @Test
    void everyChangeIsRecordedWithWhoAndWhyAndOnlyAnAdminMakesOne() {
        change(Map.of("photos", 7)).statusCode(200);

        JsonPath seen = Tokens.as("officer1")
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(seen.getInt("limits.photos")).isEqualTo(7);
        assertThat(seen.getString("changes[0].note")).isEqualTo("a test");
        assertThat(seen.getString("changes[0].by"))
                .isEqualTo(Tokens.as("admin").get("/api/me").path("id"));
        assertThat(Instant.parse(seen.getString("changes[0].at")))
                .isCloseTo(clock.instant(), Assertions.within(5, ChronoUnit.MINUTES));
        Tokens.as("officer2").get(path()).then().statusCode(404);
        for (String login : List.of("officer1", LOGIN)) {
            Tokens.as(login)
                    .contentType("application/json")
                    .body(Map.of("bytes", 1L << 40, "note", "for me"))
                    .put(path())
                    .then()
                    .statusCode(403);
        }
        Tokens.as("admin")
                .get("/api/quotas/" + COUNTY + "/people/" + Ids.next())
                .then()
                .statusCode(404);
        Tokens.as("admin").get("/api/quotas/nowhere").then().statusCode(404);
    }

    private static ValidatableResponse ofZhenping(Map<String, ?> limits) {
        return change("/api/quotas/zhenping", limits);
    }
}
