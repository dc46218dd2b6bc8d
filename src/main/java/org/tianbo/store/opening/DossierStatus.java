package org.tianbo.store.opening;

import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.Gate;
import org.tianbo.store.StoreRefused;

/** The state of a dossier, gate by gate in the order they are required. */
public record DossierStatus(List<GateStatus> gates) {

    static DossierStatus of(List<Gate> gates, List<SubmittedEvidence> evidence, List<GateDecision> checks) {
        return new DossierStatus(gates.stream()
                .map(gate -> GateStatus.of(gate, evidence, checks))
                .toList());
    }

    /** How many gates keep the store from opening. */
    public int missing() {
        return (int) gates.stream().filter(gate -> !gate.passed()).count();
    }

    public int passed() {
        return gates.size() - missing();
    }

    /** Handed in and not looked at yet. */
    public int waiting() {
        return (int) gates.stream()
                .filter(gate -> gate.state() == GateStatus.State.SUBMITTED)
                .count();
    }

    public boolean complete() {
        return missing() == 0;
    }

    /** The one thing the trainee does next; empty while everything is with the county. */
    public Optional<GateStatus> next() {
        return gates.stream().filter(GateStatus::isTraineesTurn).findFirst();
    }

    public GateStatus gate(String rule) {
        return gates.stream()
                .filter(gate -> gate.gate().rule().equals(rule))
                .findFirst()
                .orElseThrow(StoreRefused::gateUnknown);
    }
}
