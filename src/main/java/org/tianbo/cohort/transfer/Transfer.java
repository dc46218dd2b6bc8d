package org.tianbo.cohort.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A trainee who goes to another county, as one of the two counties sees it.
 *
 * @param outgoing whether this is the old county's side
 * @param other id of the other county, and {@code otherZh} and {@code otherEn} its names
 * @param person of this county; empty on the receiving side until they are taken in
 * @param mobile empty where none is known, like gender and category
 * @param reason why the old county wants it
 * @param signedOn the day on the paper, where they consented on one
 * @param paper where that paper is kept
 * @param decision why it was refused or taken back
 * @param cohort the class they were taken into; this county's on the receiving side only
 */
public record Transfer(
        UUID id,
        boolean outgoing,
        String other,
        String otherZh,
        String otherEn,
        Optional<UUID> person,
        String name,
        String mobile,
        String gender,
        String category,
        String reason,
        State state,
        Instant askedAt,
        String consent,
        Optional<Instant> consentedAt,
        Optional<LocalDate> signedOn,
        String paper,
        Optional<Instant> decidedAt,
        String decision,
        Optional<UUID> cohort) {

    /** Where a transfer is. */
    public enum State {
        ASKED,
        CONSENTED,
        /** The receiving county is taking them in; that cannot be taken back any more. */
        ACCEPTING,
        ACCEPTED,
        DECLINED,
        REFUSED,
        TAKEN_BACK;

        /** From which states this one is reached. */
        Set<State> from() {
            return switch (this) {
                case ASKED -> Set.of();
                case CONSENTED -> Set.of(ASKED);
                case ACCEPTING -> Set.of(CONSENTED, ACCEPTING);
                case ACCEPTED -> Set.of(ACCEPTING);
                case DECLINED, TAKEN_BACK -> Set.of(ASKED, CONSENTED);
                case REFUSED -> Set.of(CONSENTED, ACCEPTING);
            };
        }

        /** Whether it is over and nobody arrives. */
        boolean isWithoutArrival() {
            return this == DECLINED || this == TAKEN_BACK || this == REFUSED;
        }
    }

    /** The day on the paper; empty where there is none. */
    public String signedDay() {
        return signedOn.map(LocalDate::toString).orElse("");
    }

    /** Whether the trainee is asked. */
    public boolean isAsked() {
        return state == State.ASKED;
    }

    /** Whether the receiving county can decide. */
    public boolean isConsented() {
        return state == State.CONSENTED || state == State.ACCEPTING;
    }

    public boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    /** Whether the old county and the trainee can still call it off. */
    public boolean isOpen() {
        return state == State.ASKED || state == State.CONSENTED;
    }
}
