package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.Rule.Evidence;
import org.tianbo.curriculum.Rule.Papers;
import org.tianbo.curriculum.Text;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;
import org.tianbo.store.opening.GateStatus.State;

class DossierStatusTest {

    private static final Instant NOON = Instant.parse("2026-05-10T04:00:00Z");
    private static final UUID SOMEBODY = new UUID(0, 9);
    private static final Gate PHOTO = gate("photo", Evidence.PHOTO, true);
    private static final Gate OPTIONAL = gate("optional", Evidence.DOCUMENT, false);

    @Test
    void aGateIsRequestedUntilSomethingIsSubmitted() {
        assertThat(status(List.of(), List.of()).gate("photo").state()).isEqualTo(State.REQUESTED);
        assertThat(status(List.of(submitted(1, "photo")), List.of())
                        .gate("photo")
                        .state())
                .isEqualTo(State.SUBMITTED);
    }

    @Test
    void aFindingCountsForTheEvidenceItWasAboutOnly() {
        List<GateDecision> returned = List.of(checked("photo", 1, false));

        assertThat(status(List.of(submitted(1, "photo")), returned)
                        .gate("photo")
                        .state())
                .isEqualTo(State.RETURNED);
        assertThat(status(List.of(submitted(1, "photo"), submitted(2, "photo")), returned)
                        .gate("photo")
                        .state())
                .isEqualTo(State.SUBMITTED);
    }

    @Test
    void whatWasSeenOnTheSpotNeedsNothingHandedIn() {
        GateDecision onTheSpot = new GateDecision("photo", null, true, "看过", SOMEBODY, NOON);

        assertThat(status(List.of(), List.of(onTheSpot)).gate("photo").passed()).isTrue();
    }

    @Test
    void doesNotApplyPassesTheOptionalGateOnly() {
        SubmittedEvidence notMine = new SubmittedEvidence(
                new UUID(0, 1), "optional", SubmittedEvidence.Answer.NOT_MINE, "", "", "", NOON, false);

        assertThat(status(List.of(notMine), List.of()).gate("optional").state()).isEqualTo(State.NOT_MINE);
        assertThatThrownBy(() -> new EvidenceForm("", "", "", true).answers(PHOTO))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                        .containsExactly(new Fault.FieldFault("notMine", "store.needed-by-all")));
    }

    @Test
    void theStoreIsCompleteWhenEveryGateIsPassed() {
        DossierStatus half = status(List.of(submitted(1, "photo")), List.of(checked("photo", 1, true)));
        assertThat(half.missing()).isEqualTo(1);
        assertThat(half.next()).map(gate -> gate.gate().rule()).contains("optional");

        DossierStatus whole = status(
                List.of(submitted(1, "photo"), submitted(2, "optional")),
                List.of(checked("photo", 1, true), checked("optional", 2, true)));
        assertThat(whole.complete()).isTrue();
        assertThat(whole.next()).isEmpty();
    }

    @Test
    void whatIsOnFileNoLongerIsAskedForAgainAndConfirmsNothing() {
        GateStatus gone = GateStatus.of(PHOTO, List.of(removed("photo")), List.of(checked("photo", 1, true)));

        assertThat(gone.state()).isEqualTo(State.REQUESTED);
        assertThat(gone.mayBeHandedIn()).isTrue();
        assertThatThrownBy(() -> new GateDecisionForm(Optional.of(new UUID(0, 1)), true, "").check(gone))
                .hasMessage("store.papers-gone");
        assertThat(GateStatus.of(
                                PHOTO,
                                List.of(removed("photo"), submitted(2, "photo")),
                                List.of(checked("photo", 2, true)))
                        .passed())
                .isTrue();
    }

    @Test
    void aVisitAndWhatWasShownOfOldProduceStayConfirmedAndNewProduceMayBeShown() {
        Gate produce = gate("lot", Evidence.DOCUMENT, true, "coordinator", Papers.PRODUCE);
        Gate visit = gate("visit", Evidence.VISIT, true);

        for (Gate gate : List.of(produce, visit)) {
            GateStatus kept =
                    GateStatus.of(gate, List.of(removed(gate.rule())), List.of(checked(gate.rule(), 1, true)));
            assertThat(kept.state()).isEqualTo(State.CONFIRMED);
            assertThat(kept.mayBeHandedIn()).isTrue();
        }
        assertThat(GateStatus.of(produce, List.of(submitted(1, "lot")), List.of(checked("lot", 1, true)))
                        .mayBeHandedIn())
                .isFalse();
    }

    @Test
    void whatNobodyLookedAtBeforeItWasRemovedIsAskedForAgainAndWaitsForNobody() {
        Gate produce = gate("lot", Evidence.DOCUMENT, true, "coordinator", Papers.PRODUCE);

        GateStatus gone = GateStatus.of(produce, List.of(removed("lot")), List.of());

        assertThat(gone.state()).isEqualTo(State.REQUESTED);
        assertThat(gone.isTraineesTurn()).isTrue();
    }

    @Test
    void anOfficerStandsInForTheCoordinatorButNotTheOtherWayRound() {
        GateStatus coordinators = GateStatus.of(PHOTO, List.of(), List.of());
        GateStatus officers = GateStatus.of(gate("price", Evidence.PHOTO, true, "officer"), List.of(), List.of());

        assertThat(coordinators.mayBeCheckedBy(Set.of("officer"))).isTrue();
        assertThat(officers.mayBeCheckedBy(Set.of("coordinator"))).isFalse();
    }

    @Test
    void aFindingAboutOtherEvidenceThanTheLastIsRefused() {
        GateStatus gate = status(List.of(submitted(2, "photo")), List.of()).gate("photo");

        assertThatThrownBy(() -> new GateDecisionForm(Optional.of(new UUID(0, 1)), true, "").check(gate))
                .hasMessage("store.evidence-changed");
        assertThatThrownBy(() -> new GateDecisionForm(Optional.of(new UUID(0, 2)), false, " ").check(gate))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.fields())
                        .extracting(Fault.FieldFault::code)
                        .containsExactly("store.what-is-wrong-missing"));
    }

    @Test
    void aLinkMustBeAWebAddress() {
        assertThat(EvidenceForm.isWebAddress("https://shop.example/1")).isTrue();
        assertThat(EvidenceForm.isWebAddress("javascript:alert(1)")).isFalse();
        assertThat(EvidenceForm.isWebAddress("我的店")).isFalse();
        assertThat(EvidenceForm.isWebAddress("")).isFalse();
    }

    private static DossierStatus status(List<SubmittedEvidence> evidence, List<GateDecision> checks) {
        return DossierStatus.of(List.of(PHOTO, OPTIONAL), evidence, checks);
    }

    private static SubmittedEvidence submitted(int id, String rule) {
        return new SubmittedEvidence(
                new UUID(0, id), rule, SubmittedEvidence.Answer.SHOWN, "有", "", "", NOON.plusSeconds(id), false);
    }

    private static SubmittedEvidence removed(String rule) {
        return new SubmittedEvidence(new UUID(0, 1), rule, SubmittedEvidence.Answer.SHOWN, "", "", "", NOON, true);
    }

    private static GateDecision checked(String rule, int evidence, boolean confirmed) {
        return new GateDecision(rule, new UUID(0, evidence), confirmed, "", SOMEBODY, NOON.plusSeconds(60));
    }

    private static Gate gate(String rule, Evidence evidence, boolean required) {
        return gate(rule, evidence, required, "coordinator");
    }

    private static Gate gate(String rule, Evidence evidence, boolean required, String checkedBy) {
        return gate(rule, evidence, required, checkedBy, Papers.SELLER);
    }

    private static Gate gate(String rule, Evidence evidence, boolean required, String checkedBy, Papers papers) {
        Text words = new Text("话", "words");
        return new Gate(
                rule,
                "1",
                words,
                words,
                words,
                words,
                checkedBy,
                evidence,
                required,
                papers,
                words,
                LocalDate.of(2026, 1, 1));
    }
}
