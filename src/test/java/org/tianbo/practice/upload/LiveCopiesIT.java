package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.tianbo.practice.Chunks.attemptOf;
import static org.tianbo.practice.Chunks.bytes;
import static org.tianbo.practice.Chunks.finish;
import static org.tianbo.practice.Chunks.put;
import static org.tianbo.practice.Chunks.putCopy;
import static org.tianbo.practice.Chunks.take;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Ids;
import org.tianbo.practice.Chunks.CopyChunk;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Small copies for viewers beside what was recorded; counted and deleted by the real database. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LiveCopiesIT extends QuotaOfTrainee {

    @Test
    void aCopyIsKeptBesideTheTakeAndCountsAsNothingSafe() {
        UUID id = attemptOf(LOGIN);
        CopyChunk early = new CopyChunk(id, 1, 1, 0, 0, 0);
        putCopy(LOGIN, early, bytes("copy")).then().statusCode(201);
        putCopy(LOGIN, early, bytes("copy")).then().statusCode(200);
        putCopy(LOGIN, early, bytes("other")).then().statusCode(409).body("code", equalTo("practice.other-bytes"));
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 2, 2, 4_000), bytes("later"))
                .then()
                .statusCode(201);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 1, 1, 2_000), bytes("between"))
                .then()
                .statusCode(201);
        assertThat(media.sizes(COUNTY + "/attempts/" + id)).hasSize(3);
        Tokens.as(LOGIN).get("/api/attempts/{id}/takes", id).then().body("$", hasSize(0));

        finish(LOGIN, id, List.of(take(1, 1))).then().statusCode(409).body("code", equalTo("practice.chunks-missing"));
        put(LOGIN, id, 1, 0, bytes("recorded")).then().statusCode(201);
        assertThat(stored.contents(COUNTY, id)).containsExactly("recorded");
        finish(LOGIN, id, List.of(take(1, 1))).then().statusCode(202);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 3, 3, 6_000), bytes("late"))
                .then()
                .statusCode(410);
    }

    @Test
    void aCopyFillsThePersonsSpaceAndGoesWithItsAttempt() {
        UUID id = attemptOf(LOGIN);
        long used = used("bytes");
        change(Map.of("bytes", used + 10)).statusCode(200);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 0, 0, 0), new byte[10]).then().statusCode(201);
        assertThat(used("bytes")).isEqualTo(used + 10);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 1, 1, 2_000), new byte[1])
                .then()
                .statusCode(507)
                .body("code", equalTo("practice.quota-bytes"));
        Tokens.as(LOGIN).delete("/api/attempts/{id}", id).then().statusCode(204);
        Eventually.value(() -> media.sizes(COUNTY + "/attempts/" + id), Map::isEmpty);
        assertThat(used("bytes")).isEqualTo(used);
    }

    @Test
    void whatNoPhoneSendsIsRefused() {
        UUID id = attemptOf(LOGIN);
        putCopy(LOGIN, new CopyChunk(Ids.next(), 1, 1, 0, 0, 0), bytes("a"))
                .then()
                .statusCode(404);
        putCopy(LOGIN, new CopyChunk(id, 201, 1, 0, 0, 0), bytes("a")).then().statusCode(422);
        putCopy(LOGIN, new CopyChunk(id, 1, 9_999, 0, 0, 0), bytes("a")).then().statusCode(422);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 0, 99_999, 0), bytes("a")).then().statusCode(422);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 0, -1, 0), bytes("a")).then().statusCode(422);
        putCopy(LOGIN, new CopyChunk(id, 1, 1, 0, 0, 0), new byte[0])
                .then()
                .statusCode(422)
                .body("code", equalTo("practice.chunk-empty"));
        assertThat(media.sizes(COUNTY + "/attempts/" + id)).isEmpty();
    }
}
