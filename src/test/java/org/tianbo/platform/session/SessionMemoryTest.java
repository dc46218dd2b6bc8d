package org.tianbo.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.security.StaffSessionAge;
import org.tianbo.platform.session.SessionMemory.Remembered;

class SessionMemoryTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Duration STAFF = Duration.ofHours(12);
    private static final SessionKey HERS = key("hers");

    private Instant now = NOW;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final SessionMemory memory = memory(100);

    private SessionMemory memory(int most) {
        return new SessionMemory(
                new SessionConfig() {
                    @Override
                    public int remembered() {
                        return most;
                    }

                    @Override
                    public Duration rememberedFor() {
                        return Duration.ofMinutes(10);
                    }

                    @Override
                    public String sweep() {
                        return "-";
                    }
                },
                new StaffSessionAge(clock, STAFF),
                clock);
    }

    private static SessionKey key(String cookie) {
        return SessionKey.of("/", "a", List.of(), List.of("q_session=" + cookie))
                .orElseThrow();
    }

    @Test
    void whoWasVerifiedIsRememberedForThatKeyOnly() {
        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(10)));

        assertThat(memory.find(HERS)).get().satisfies(session -> {
            assertThat(session.sid()).isEqualTo("session-1");
            assertThat(session.identity().getRoles()).containsExactly("trainee");
        });
        assertThat(memory.find(key("his"))).isEmpty();
    }

    @Test
    void nothingIsRememberedPastTheTokensEnd() {
        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(5)));
        now = NOW.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(memory.find(HERS)).isPresent();
        now = NOW.plus(Duration.ofMinutes(5));
        assertThat(memory.find(HERS)).isEmpty();

        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(5)));
        assertThat(memory.find(HERS)).as("a token that has run out").isEmpty();
    }

    @Test
    void staffAreRememberedUntilTheirPasswordIsDueAgain() {
        Instant signedIn = NOW.minus(STAFF).plus(Duration.ofMinutes(2));
        memory.remember(HERS, page("officer", signedIn, Duration.ofMinutes(10)));
        assertThat(memory.find(HERS)).get().extracting(Remembered::until).isEqualTo(NOW.plus(Duration.ofMinutes(2)));
    }

    @Test
    void theRequestAndTheRefreshTokenAreNotHeldOnTo() {
        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(5)));

        SecurityIdentity identity = memory.find(HERS).orElseThrow().identity();
        assertThat(identity.getAttributes()).isEmpty();
        assertThat(identity.getCredentials()).hasOnlyElementsOfType(IdTokenCredential.class);
    }

    @Test
    void whatIsForgottenIsNotFound() {
        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(5)));
        memory.forget(HERS);
        assertThat(memory.find(HERS)).isEmpty();
    }

    @Test
    void aSessionThatSignedOutIsForgottenUnderEachOfItsKeys() {
        memory.remember(HERS, page("trainee", NOW, Duration.ofMinutes(5)));
        memory.remember(key("hers; lang=en"), page("trainee", NOW, Duration.ofMinutes(5)));

        memory.forgetSession("another");
        assertThat(memory.find(HERS)).isPresent();
        memory.forgetSession("session-1");

        assertThat(memory.find(HERS)).isEmpty();
        assertThat(memory.find(key("hers; lang=en"))).isEmpty();
    }

    @Test
    void noMoreAreRememberedThanThereIsRoomFor() {
        SessionMemory small = memory(10);
        IntStream.range(0, 500)
                .forEach(number -> small.remember(key("s" + number), page("trainee", NOW, Duration.ofMinutes(5))));
        small.settle();
        assertThat(IntStream.range(0, 500)
                        .filter(number -> small.find(key("s" + number)).isPresent())
                        .count())
                .isLessThanOrEqualTo(10);
    }

    private static SecurityIdentity page(String role, Instant signedIn, Duration holds) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim("preferred_username", "somebody");
        claims.setClaim("sid", "session-1");
        claims.setClaim("auth_time", signedIn.getEpochSecond());
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plus(holds).getEpochSecond()));
        IdTokenCredential token = new IdTokenCredential("x");
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, token))
                .addRole(role)
                .addCredential(token)
                .addCredential(new RefreshToken("renews"))
                .addCredential(new AccessTokenCredential("opens"))
                .addAttribute(RoutingContext.class.getName(), new Object())
                .build();
    }
}
