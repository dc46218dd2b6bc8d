package org.tianbo.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffSessionAgeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final StaffSessionAge age = new StaffSessionAge(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(12));

    @ParameterizedTest
    @CsvSource({
        "mentor, 11, false",
        "mentor, 13, true",
        "coordinator, 13, true",
        "officer, 700, true",
        "auditor, 13, true",
        "admin, 13, true",
        "trainee, 700, false",
        "helper, 700, false"
    })
    void staffAreAskedAgainAfterTwelveHoursAndTraineesAreNot(String role, int hours, boolean again) {
        assertThat(age.tooOld(page(role, NOW.minus(Duration.ofHours(hours))))).isEqualTo(again);
    }

    @Test
    void aSessionOfStaffThatDoesNotSayHowOldItIsIsTooOld() {
        assertThat(age.tooOld(page("officer", null))).isTrue();
    }

    @Test
    void aProgramsTokenRunsOutByItself() {
        SecurityIdentity program = QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(new JwtClaims(), new AccessTokenCredential("x")))
                .addRole("officer")
                .addCredential(new AccessTokenCredential("x"))
                .build();

        assertThat(age.tooOld(program)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"14, false", "16, true"})
    void aFreshSignInIsAQuarterOfAnHourOldAtMost(int minutes, boolean tooOld) {
        assertThat(FreshSignInFilter.tooOld(NOW.minus(Duration.ofMinutes(minutes)), NOW, Duration.ofMinutes(15)))
                .isEqualTo(tooOld);
    }

    private static SecurityIdentity page(String role, Instant signedIn) {
        JwtClaims claims = new JwtClaims();
        claims.setClaim("preferred_username", "somebody");
        if (signedIn != null) {
            claims.setClaim("auth_time", signedIn.getEpochSecond());
        }
        IdTokenCredential token = new IdTokenCredential("x");
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, token))
                .addRole(role)
                .addCredential(token)
                .build();
    }
}
