package org.tianbo.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.signin.SignInTries.Try;
import org.tianbo.testsupport.TianboServices;

/** Two replicas that know of each other by the database alone, which counts for both. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class WrongTriesIT {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Optional<String> SECRET = Optional.of("the secret that both share with Keycloak");

    @Inject
    AgroalDataSource database;

    private final Try guess = new Try("203.0.113.7", "login-" + UUID.randomUUID(), true);

    @BeforeEach
    void nobodyHasTried() throws SQLException {
        execute("delete from sign_in_tries");
    }

    @Test
    void wrongTriesAreCountedForAllReplicasAndTheRightOneEndsThemForAll() {
        SignInTries one = replica(NOW, SECRET);
        SignInTries other = replica(NOW, SECRET);
        for (int time = 0; time < 4; time++) {
            wrong(one);
            wrong(other);
        }

        assertThat(one.begin(guess)).contains(Duration.ofSeconds(30));
        assertThat(other.begin(guess)).contains(Duration.ofSeconds(30));
        assertThat(replica(NOW, Optional.empty()).begin(guess))
                .as("with another key")
                .isEmpty();

        SignInTries later = replica(NOW.plusSeconds(30), SECRET);
        assertThat(later.begin(guess)).isEmpty();
        later.right(guess);
        assertThat(other.begin(guess)).isEmpty();
    }

    @Test
    void thoseRunningAtThisMomentAreCountedForAllReplicas() throws Exception {
        List<SignInTries> replicas =
                Stream.generate(() -> replica(NOW, SECRET)).limit(5).toList();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<Optional<Duration>>> begun = threads.invokeAll(IntStream.range(0, 50)
                    .<Callable<Optional<Duration>>>mapToObj(
                            one -> () -> replicas.get(one % replicas.size()).begin(guess))
                    .toList());
            int passed = 0;
            for (Future<Optional<Duration>> one : begun) {
                passed += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(passed).as("as on one replica").isEqualTo(8);
        } finally {
            threads.shutdown();
        }
        for (int one = 0; one < 8; one++) {
            replicas.get(0).undecided(guess);
        }
        assertThat(replicas.get(1).begin(guess)).isEmpty();
    }

    @Test
    void whatKeycloakDidNotDecideBeginsNoWaitAnew() {
        SignInTries first = replica(NOW, SECRET);
        for (int time = 0; time < 8; time++) {
            wrong(first);
        }
        SignInTries waited = replica(NOW.plusSeconds(30), SECRET);
        for (int time = 0; time < 2; time++) {
            assertThat(waited.begin(guess)).isEmpty();
            waited.undecided(guess);
        }
        wrong(waited);
        assertThat(waited.begin(guess)).contains(Duration.ofSeconds(60));
    }

    @Test
    void halfADayForgetsAndTheTableDoesNotGrow() throws SQLException {
        SignInTries replica = replica(NOW, SECRET);
        for (int time = 0; time < 8; time++) {
            wrong(replica);
        }
        SignInTries tomorrow = replica(NOW.plus(Duration.ofHours(13)), SECRET);
        assertThat(tomorrow.begin(guess)).isEmpty();
        tomorrow.wrong(guess);

        assertThat(text()).as("the pair and the address, each tried once").isEqualTo("1 1");
    }

    @Test
    void neitherALoginNorAnAddressIsStored() throws SQLException {
        wrong(replica(NOW, SECRET));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select key from sign_in_tries")) {
            int keys = 0;
            while (rows.next()) {
                byte[] key = rows.getBytes(1);
                assertThat(key).hasSize(32);
                assertThat(new String(key, StandardCharsets.ISO_8859_1))
                        .doesNotContain(guess.login())
                        .doesNotContain(guess.address());
                keys++;
            }
            assertThat(keys).isEqualTo(2);
        }
    }

    private SignInTries replica(Instant now, Optional<String> secret) {
        return new SignInTries(new StoredWrongTries(database, secret), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void wrong(SignInTries replica) {
        assertThat(replica.begin(guess)).isEmpty();
        replica.wrong(guess);
    }

    private String text() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select string_agg(tries::text, ' ') from sign_in_tries")) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
