package org.tianbo.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The cards trainees sign in with: a login to scan and a PIN to remember. */
public interface Cards {

    /** When each of these people was last handed a card; whoever never was is absent. */
    Map<UUID, Instant> lastIssued(Collection<UUID> ids);

    /**
     * Makes the person's account if there is none, and a new PIN in any case; an earlier card stops working and every
     * phone it was used on is signed out. Keycloak is asked between two transactions, never inside one: its answer may
     * take seconds and cannot be rolled back.
     *
     * @param shownAt when the list was shown from which the card was asked for
     * @throws CardMadeMeanwhile when somebody has begun to make one since; that one holds
     * @throws AccountRefused when Keycloak does not take this person's account; nobody else is concerned
     * @throws IdentityProviderUnavailable when Keycloak does not do it; trying again puts everything right
     */
    IssuedCard issue(UUID person, UUID by, Instant shownAt);
}
