package org.tianbo.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The cards trainees sign in with: a login to scan and a PIN to remember. */
public interface Cards {

    /** What a PIN of pictures begins with. */
    String PICTURES = "pic-";

    /** When each of these people was handed the card they have; whoever has none, or has it no more, is absent. */
    Map<UUID, Instant> lastIssued(Collection<UUID> ids);

    /**
     * Makes the person's account if there is none, and a new PIN in any case; an earlier card stops working and every
     * phone it was used on is signed out. Keycloak is asked between two transactions, never inside one: its answer may
     * take seconds and cannot be rolled back. With the same prepared card twice it is the same as once.
     *
     * @param shownAt when the list was shown from which the card was asked for
     * @param prepared its number and its PIN or pictures
     * @throws CardMadeMeanwhile when somebody has begun to make one since; that one holds
     * @throws AccountRefused when Keycloak does not take this person's account; nobody else is concerned
     * @throws IdentityProviderUnavailable when Keycloak does not do it; trying again puts everything right
     */
    IssuedCard issue(UUID person, UUID by, Instant shownAt, PreparedCard prepared);

    /**
     * The person's card stops working, and every phone it was used on is signed out; whoever has none stays so.
     *
     * @throws IdentityProviderUnavailable when Keycloak does not do it; trying again puts everything right
     */
    void withdraw(UUID person);

    /** A card that is to be made: who makes many stores it first, and makes the same one again after a crash. */
    PreparedCard prepare();

    /** A card to be made of three pictures, for somebody who cannot read. */
    PreparedCard preparePictures();

    /** The card that each of these people has, by its number; whoever has none, or has it no more, is absent. */
    Map<UUID, UUID> latest(Collection<UUID> ids);

    /** Who issued the card that the person had at that moment, and any since: they may have seen its PIN. */
    Set<UUID> issuersSince(UUID person, Instant moment);

    /** Whether the prepared card was made, whatever became of it since. */
    boolean isIssued(UUID card);

    /**
     * A card that is to be made.
     *
     * @param id under which it is recorded
     * @param pin six digits, or three pictures: {@code pic-07-13-22}
     */
    record PreparedCard(UUID id, String pin) {

        /** The PIN stays out of logs that print a card in passing. */
        @Override
        public String toString() {
            return "PreparedCard[" + id + "]";
        }
    }

    /**
     * A card just made; the only moment its PIN is known.
     *
     * @param pin six digits, or three pictures: {@code pic-07-13-22}
     */
    record IssuedCard(PersonView holder, String pin) {

        /** Its pictures in their order, {@code p07}, as {@code pictures.svg} names them; none on a card of digits. */
        public List<String> pictures() {
            return pin.startsWith(PICTURES)
                    ? Stream.of(pin.substring(PICTURES.length()).split("-"))
                            .map(number -> "p" + number)
                            .toList()
                    : List.of();
        }

        /** The PIN stays out of logs that print a card in passing. */
        @Override
        public String toString() {
            return "IssuedCard[" + holder.id() + "]";
        }
    }

    /**
     * Happened: a card of the person stopped working, everywhere.
     *
     * @param replaced whether they have another now
     */
    record CardOver(String county, UUID person, boolean replaced) {}

    /** Somebody began to make this person's card after the list was shown from which it was asked for. */
    class CardMadeMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CardMadeMeanwhile() {
            super("A card was made since the list was shown", null, false, false);
        }
    }
}
