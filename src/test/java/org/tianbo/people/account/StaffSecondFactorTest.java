package org.tianbo.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.tianbo.platform.readiness.Finding;

class StaffSecondFactorTest {

    private static final String SECOND = "second factor of staff";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    as the realm's file has it                | CONDITIONAL CONDITIONAL REQUIRED    CONDITIONAL REQUIRED
                    asked of everybody                        | REQUIRED    REQUIRED    REQUIRED    DISABLED    REQUIRED
                    security keys alone                       | CONDITIONAL CONDITIONAL REQUIRED    DISABLED    DISABLED
                    one-time codes alone                      | CONDITIONAL DISABLED    REQUIRED    CONDITIONAL REQUIRED
                    """)
    void staffWhoNeedASecondFactorAreNoFinding(String what, String requirements) {
        assertThat(StaffSecondFactor.findings(steps(SECOND, requirements))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    the whole step switched off | second factor of staff | DISABLED    CONDITIONAL REQUIRED \
                    CONDITIONAL REQUIRED
                    each factor switched off    | second factor of staff | CONDITIONAL DISABLED    REQUIRED \
                    CONDITIONAL DISABLED
                    another step in its place   | only who has set it up | CONDITIONAL CONDITIONAL REQUIRED \
                    CONDITIONAL REQUIRED
                    """)
    void staffWithAPasswordAloneAreAWarning(String what, String name, String requirements) {
        assertThat(StaffSecondFactor.findings(steps(name, requirements)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.name()).isEqualTo("second-factor-off");
                    assertThat(finding.stopsTheStart()).isFalse();
                });
    }

    @Test
    void aFlowWithoutAnyStepIsAWarning() {
        assertThat(StaffSecondFactor.findings(List.of()))
                .extracting(Finding::name)
                .containsExactly("second-factor-off");
    }

    /** The realm's flow, each step after the one it belongs to. */
    private static List<AuthenticationExecutionInfoRepresentation> steps(String name, String requirements) {
        List<String> of = Arrays.asList(requirements.trim().split("\\s+"));
        return List.of(
                step(0, "Cookie", "auth-cookie", "ALTERNATIVE"),
                step(0, "password, then second factor", null, "ALTERNATIVE"),
                step(1, "Username Password Form", "auth-username-password-form", "REQUIRED"),
                step(1, name, null, of.get(0)),
                step(2, "Condition - user role", "conditional-user-role", "REQUIRED"),
                step(2, "security key", null, of.get(1)),
                step(3, "WebAuthn Authenticator", "webauthn-authenticator", of.get(2)),
                step(2, "one-time code", null, of.get(3)),
                step(3, "OTP Form", "auth-otp-form", of.get(4)),
                step(0, "another flow", null, "DISABLED"));
    }

    private static AuthenticationExecutionInfoRepresentation step(
            int level, String name, String provider, String requirement) {
        AuthenticationExecutionInfoRepresentation step = new AuthenticationExecutionInfoRepresentation();
        step.setLevel(level);
        step.setDisplayName(name);
        step.setProviderId(provider);
        step.setRequirement(requirement);
        return step;
    }
}
