package org.tianbo.store.opening;

import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.Gate;
import org.tianbo.store.StoreRefused;

/** Where a dossier stands, gate by gate in the order they are asked for. */
public record Standing(List<GateStanding> gates) {

    static Standing of(List<Gate> gates, List<Shown> evidence, List<Checked> checks) {
        return new Standing(gates.stream()
                .map(gate -> GateStanding.of(gate, evidence, checks))
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
                .filter(gate -> gate.state() == GateStanding.State.SHOWN)
                .count();
    }

    public boolean complete() {
        return missing() == 0;
    }

    /** The one thing the trainee does next; empty while everything is with the county. */
    public Optional<GateStanding> next() {
        return gates.stream().filter(GateStanding::asksTheTrainee).findFirst();
    }

    public GateStanding gate(String rule) {
        return gates.stream()
                .filter(gate -> gate.gate().rule().equals(rule))
                .findFirst()
                .orElseThrow(StoreRefused::gateUnknown);
    }
}
