package org.tianbo.store.opening;

import java.util.Optional;
import java.util.UUID;
import org.tianbo.store.StoreRefused;

/**
 * What somebody of the county says about a gate.
 *
 * @param evidence what was on their screen; empty when nothing had been handed in
 * @param note what is wrong when it is not confirmed, or what was seen on the spot when nothing was handed in
 */
public record GateDecisionForm(Optional<UUID> evidence, boolean confirmed, String note) {

    private static final int LONGEST_NOTE = 1_000;

    public GateDecisionForm {
        note = note == null ? "" : note.strip();
    }

    /** Whether the same person has said the same about the same evidence, and nobody anything else since. */
    boolean isStored(GateStatus gate, UUID by) {
        return evidence.equals(gate.submitted().map(SubmittedEvidence::id))
                && gate.checked()
                        .filter(last -> last.confirmed() == confirmed
                                && last.note().equals(note)
                                && last.by().equals(by))
                        .isPresent();
    }

    void check(GateStatus gate) {
        if (!evidence.equals(gate.submitted().map(SubmittedEvidence::id))) {
            throw StoreRefused.evidenceChanged();
        }
        if (gate.isGone()) {
            throw StoreRefused.papersGone();
        }
        if (gate.state() == GateStatus.State.CONFIRMED && confirmed) {
            throw StoreRefused.gateConfirmed();
        }
        if (note.isEmpty() && (!confirmed || evidence.isEmpty())) {
            throw StoreRefused.wrong("note", confirmed ? "store.seen-what-missing" : "store.what-is-wrong-missing");
        }
        if (note.length() > LONGEST_NOTE) {
            throw StoreRefused.wrong("note", "store.words-too-long");
        }
    }
}
