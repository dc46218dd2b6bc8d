package org.tianbo.people.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.tianbo.people.IdentityProviderUnavailable;
import org.tianbo.platform.readiness.Finding;
import org.tianbo.platform.readiness.ReadinessCheck;

/**
 * Staff need a second factor besides the password. Whoever runs Keycloak can switch that off at any time, so its
 * setting is checked at each production start. Only a warning: refusing to start would shut the villagers out.
 */
@ApplicationScoped
class StaffSecondFactor implements ReadinessCheck {

    /** As the realm's file names the step, in the flow of signing in at pages. */
    private static final String STEP = "second factor of staff";

    private static final Set<String> FACTORS = Set.of("auth-otp-form", "webauthn-authenticator");
    private static final String DISABLED = "DISABLED";

    private final Accounts accounts;

    StaffSecondFactor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Finding> findings() {
        try {
            return findings(accounts.stepsOfSignIn());
        } catch (IdentityProviderUnavailable away) {
            return List.of(Finding.warning(
                    "second-factor-unknown",
                    "Keycloak did not tell whether staff need a second factor.",
                    "Look at the log above, and that the account of tianbo-admin has the role view-realm."));
        }
    }

    @Override
    public boolean delaysStart() {
        return false;
    }

    /** @param steps each after the step it belongs to, one level deeper */
    static List<Finding> findings(List<AuthenticationExecutionInfoRepresentation> steps) {
        int offFrom = Integer.MAX_VALUE;
        int within = Integer.MAX_VALUE;
        for (AuthenticationExecutionInfoRepresentation step : steps) {
            int level = step.getLevel();
            offFrom = level <= offFrom ? Integer.MAX_VALUE : offFrom;
            within = level <= within ? Integer.MAX_VALUE : within;
            if (DISABLED.equals(step.getRequirement())) {
                offFrom = Math.min(offFrom, level);
            }
            if (STEP.equals(step.getDisplayName())) {
                within = level;
            }
            if (level < offFrom && level > within && FACTORS.contains(String.valueOf(step.getProviderId()))) {
                return List.of();
            }
        }
        return List.of(Finding.warning(
                "second-factor-off",
                "Keycloak asks staff for a password alone: the step \"" + STEP
                        + "\" of signing in is missing or disabled.",
                "Set it to CONDITIONAL again under Authentication, Flows, pages, as the realm's file has it."));
    }
}
