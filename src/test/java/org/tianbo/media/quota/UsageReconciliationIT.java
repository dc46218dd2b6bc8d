package org.tianbo.media.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Chunks;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.JobsAtRest;
import org.tianbo.testsupport.program.EspeakNg;

/**
 * What the database counts along is what a recount finds; the counting is the database's own, so it needs the real one.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class UsageReconciliationIT {

    private static final String COUNTY = "fengcheng";
    private static final String LOGIN = "counted-anew";

    @Inject
    Newcomers newcomers;

    @Inject
    UsageReconciliation reconciliation;

    @Inject
    MeterRegistry meters;

    @Inject
    CurrentCounty county;

    private UUID trainee;

    @BeforeEach
    void everythingIsCountedRightly() {
        trainee = newcomers.join(LOGIN, Roles.TRAINEE);
        JobsAtRest.await();
        recount();
    }

    @Test
    void whatIsCountedAlongIsWhatARecountFinds() {
        UUID attempt = Attempts.submitted(LOGIN, "笋干");
        long recorded = ofPerson().getLong("used.bytes");
        byte[] spoken = EspeakNg.read("jia4 qian2 shuo1 qing1");
        Tokens.as(LOGIN)
                .contentType("audio/wav")
                .body(spoken)
                .put("/api/attempts/{id}/self-review/voices/{voice}", attempt, Sha256.hex(spoken))
                .then()
                .statusCode(201);

        long withVoice = ofPerson().getLong("used.bytes");
        assertThat(withVoice).isGreaterThan(recorded);
        UUID watched = Chunks.attemptOf(LOGIN);
        Chunks.putCopy(LOGIN, new Chunks.CopyChunk(watched, 1, 1, 0, 0, 0), new byte[10])
                .then()
                .statusCode(201);
        assertThat(ofPerson().getLong("used.bytes")).isEqualTo(withVoice + 10);
        assertThat(recount()).isZero();
    }

    @Test
    void aCountThatIsWrongIsPutRightForThePersonAndTheCounty() throws SQLException {
        UUID attempt = Attempts.begun(LOGIN, "腌菜");
        JsonPath person = ofPerson();
        JsonPath whole = ofCounty();
        spoil("update attempts set stored_bytes = stored_bytes + 7, chunk_count = 9 where id = '" + attempt + "'");
        spoil("update storage_usage set photos = photos + 3 where person = '" + trainee + "'");
        spoil("update county_usage set open_attempts = open_attempts + 5 where county = '" + COUNTY + "' and part ="
                + " (select min(part) from county_usage where county = '" + COUNTY + "')");
        assertThat(ofCounty().getMap("used")).isNotEqualTo(whole.getMap("used"));

        assertThat(recount()).isGreaterThanOrEqualTo(3);

        assertThat(ofPerson().getMap("used")).isEqualTo(person.getMap("used"));
        assertThat(ofCounty().getMap("used")).isEqualTo(whole.getMap("used"));
        assertThat(recount()).isZero();
    }

    @Test
    void whoWasNeverCountedIsCounted() throws SQLException {
        Attempts.begun(LOGIN, "米酒");
        JsonPath person = ofPerson();
        spoil("delete from storage_usage where person = '" + trainee + "'");
        assertThat(ofPerson().getLong("used.bytes")).isZero();

        assertThat(recount()).isPositive();

        assertThat(ofPerson().getMap("used")).isEqualTo(person.getMap("used"));
    }

    /** @return how many counts were wrong */
    @ActivateRequestContext
    long recount() {
        double before = differences();
        county.run(COUNTY, () -> reconciliation.run(COUNTY));
        return Math.round(differences() - before);
    }

    private double differences() {
        return meters.counter("tianbo.derived.differences", "table", "storage_usage")
                .count();
    }

    private JsonPath ofPerson() {
        return Tokens.as("admin")
                .get("/api/quotas/{county}/people/{person}", COUNTY, trainee)
                .jsonPath();
    }

    private static JsonPath ofCounty() {
        return Tokens.as("admin").get("/api/quotas/{county}", COUNTY).jsonPath();
    }

    private static void spoil(String statement) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement change = owner.createStatement()) {
            change.execute("set tianbo.county = '*'");
            change.execute(statement);
        }
    }
}
