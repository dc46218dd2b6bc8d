package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.testsupport.TianboServices;

/** What replicas know of ended sessions, from the table they share. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class RevokedSessionsIT {

    @Inject
    AgroalDataSource database;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-01T08:00:00Z"));
    private final String sid = UUID.randomUUID().toString();

    @Test
    void whatWasReadOnceIsNotReadAgain() throws SQLException {
        RevokedSessions replica = replica();
        put(sid, Duration.ofHours(1));
        String later = UUID.randomUUID().toString();
        put(later, Duration.ZERO);
        assertThat(replica.ended(sid)).isTrue();
        execute("delete from ended_sessions where sid = '" + sid + "'");
        pass(Duration.ofSeconds(2));
        assertThat(replica.ended(sid)).as("known without its row").isTrue();
        pass(Duration.ofHours(2));
        assertThat(replica.ended(sid)).as("all is read anew now and then").isFalse();
        assertThat(replica.ended(later)).isTrue();
    }

    /** A row of a transaction that took long becomes visible after newer ones. */
    @ParameterizedTest
    @CsvSource({"0", "30"})
    void whatAnotherReplicaEndsIsKnownASecondLater(long secondsAgo) throws SQLException {
        RevokedSessions replica = replica();
        RevokedSessions other = replica();
        other.end(List.of(UUID.randomUUID().toString()));
        assertThat(replica.ended(sid)).isFalse();
        put(sid, Duration.ofSeconds(secondsAgo));
        assertThat(replica.cached(sid)).contains(false);
        pass(Duration.ofSeconds(1));
        assertThat(replica.cached(sid)).isEmpty();
        assertThat(replica.ended(sid)).isTrue();
        assertThat(replica.cached(sid)).contains(true);
    }

    @Test
    void whatWasEndedHereCountsAtOnce() {
        RevokedSessions replica = replica();
        assertThat(replica.ended(sid)).isFalse();
        replica.end(List.of(sid));
        assertThat(replica.cached(sid)).isEmpty();
        assertThat(replica.ended(sid)).isTrue();
    }

    private RevokedSessions replica() {
        return new RevokedSessions(database, new Clock() {

            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private void put(String ended, Duration ago) throws SQLException {
        execute("insert into ended_sessions values ('%s', clock_timestamp() - interval '%d seconds')"
                .formatted(ended, ago.toSeconds()));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
