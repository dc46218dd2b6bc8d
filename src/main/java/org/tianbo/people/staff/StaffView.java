package org.tianbo.people.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who works for the county.
 *
 * @param mobile empty where none is known, like the e-mail address
 * @param allVillages whether they see the whole county
 * @param villages names of those they see else, with a sign between; empty for none
 * @param account {@code ready}, {@code pending} until Keycloak has it as it should be, or {@code refused}
 * @param firstSignIn at pages; empty for never
 * @param endedAt when their access ended
 */
public record StaffView(
        UUID id,
        String login,
        String name,
        String mobile,
        String email,
        String role,
        boolean allVillages,
        String villages,
        String account,
        Instant invitedAt,
        Optional<Instant> firstSignIn,
        Optional<Instant> lastSignIn,
        Optional<Instant> endedAt,
        long version) {}
