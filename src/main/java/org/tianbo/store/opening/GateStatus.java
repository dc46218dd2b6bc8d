package org.tianbo.store.opening;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.Rule;
import org.tianbo.platform.security.Roles;

/**
 * One gate of a dossier and its state.
 *
 * @param submitted what was handed in last
 * @param checked the last finding about that, not about something handed in before
 */
public record GateStatus(Gate gate, Optional<SubmittedEvidence> submitted, Optional<GateDecision> checked) {

    /** From required to passed. */
    public enum State {
        /** Nothing is on file, or no longer. */
        REQUESTED,
        /** Submitted; somebody has to check it. */
        SUBMITTED,
        /** Checked and not enough; the note says why. */
        RETURNED,
        CONFIRMED,
        /** The trainee says it does not apply to them, which this gate allows. */
        NOT_MINE
    }

    static GateStatus of(Gate gate, List<SubmittedEvidence> evidence, List<GateDecision> checks) {
        Optional<SubmittedEvidence> submitted = evidence.stream()
                .filter(each -> each.rule().equals(gate.rule()))
                .max(Comparator.comparing(SubmittedEvidence::at).thenComparing(SubmittedEvidence::id));
        Optional<GateDecision> checked = checks.stream()
                .filter(each -> each.rule().equals(gate.rule()))
                .filter(each -> Objects.equals(
                        each.evidence(), submitted.map(SubmittedEvidence::id).orElse(null)))
                .max(Comparator.comparing(GateDecision::at));
        return new GateStatus(gate, submitted, checked);
    }

    public State state() {
        if (isGone()) {
            return State.REQUESTED;
        }
        if (checked.isPresent()) {
            return checked.get().confirmed() ? State.CONFIRMED : State.RETURNED;
        }
        if (submitted.isEmpty()) {
            return State.REQUESTED;
        }
        return submitted.get().answer() == SubmittedEvidence.Answer.NOT_MINE && !gate.required()
                ? State.NOT_MINE
                : State.SUBMITTED;
    }

    /** What was shown for it was removed when its time was over, unseen or where it must be on file. */
    public boolean isGone() {
        return (gate.needsPapers() || checked.isEmpty())
                && submitted
                        .filter(last -> last.removed() && last.answer() == SubmittedEvidence.Answer.SHOWN)
                        .isPresent();
    }

    /** Whether it is the trainee's to change: what was confirmed stays, unless it is on file no longer. */
    public boolean mayBeHandedIn() {
        return state() != State.CONFIRMED
                || submitted.filter(SubmittedEvidence::removed).isPresent();
    }

    /** Whether it is about a lot of produce: while the store is open, new lots come with new papers. */
    public boolean isOfProduce() {
        return gate.papers() == Rule.Papers.PRODUCE;
    }

    /** Whether a lot of produce waits to be looked at; in an open store the next one does not take its place unseen. */
    public boolean isWaitingLot() {
        return isOfProduce() && state() == State.SUBMITTED;
    }

    public boolean passed() {
        return state() == State.CONFIRMED || state() == State.NOT_MINE;
    }

    /** Whether the next move is the trainee's. */
    public boolean isTraineesTurn() {
        return state() == State.REQUESTED || state() == State.RETURNED;
    }

    /** Whether the very same was handed in last, and nobody has looked at it yet. */
    boolean waitsWith(EvidenceForm form) {
        return checked.isEmpty()
                && submitted
                        .filter(last -> !last.removed()
                                && last.answer() == form.answer()
                                && last.text().equals(form.text())
                                && last.link().equals(form.link())
                                && last.photo().equals(form.photo()))
                        .isPresent();
    }

    /** The role the rule names; an officer stands in for anybody. */
    boolean mayBeCheckedBy(Set<String> roles) {
        return roles.contains(gate.checkedBy()) || roles.contains(Roles.OFFICER);
    }
}
