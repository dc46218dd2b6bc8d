package org.tianbo.cohort.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.CertificateRevoked;
import org.tianbo.certification.TraineeReady;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.MilestoneEvidence.Kind;
import org.tianbo.cohort.Stage;
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.AttemptTakenBack;
import org.tianbo.store.FirstOrder;
import org.tianbo.store.SteadyIncomeLost;
import org.tianbo.store.SteadyIncomeReached;
import org.tianbo.store.StoreClosed;
import org.tianbo.store.StoreOpened;

/**
 * Turns the features' events into milestones, in the publisher's own transaction: both are committed, or neither.
 */
@ApplicationScoped
class MilestoneListener {

    private final Milestones milestones;

    MilestoneListener(Milestones milestones) {
        this.milestones = milestones;
    }

    /** However many lessons a phone brings at once, the earliest is the step. */
    void learning(@Observes LessonsCompleted completed) {
        LessonsCompleted.Completed first = completed.lessons().get(0);
        milestones.reached(
                completed.trainee(), Stage.LEARNING, first.at(), new MilestoneEvidence(Kind.LESSON, first.lesson()));
    }

    void practising(@Observes AttemptSubmitted attempt) {
        milestones.reached(
                attempt.trainee(),
                Stage.PRACTISING,
                attempt.at(),
                new MilestoneEvidence(Kind.ATTEMPT, attempt.attempt().toString()));
    }

    /** A rehearsal that was taken back proves nothing; another one that is with the mentors stands in for it. */
    void takenBack(@Observes AttemptTakenBack attempt) {
        milestones.withdrawn(
                attempt.trainee(),
                Stage.PRACTISING,
                attempt.at(),
                new MilestoneEvidence(Kind.ATTEMPT, attempt.attempt().toString()),
                "taken-back");
        attempt.remaining().ifPresent(this::practising);
    }

    void graded(@Observes ReviewPublished review) {
        milestones.reached(
                review.trainee(),
                Stage.GRADED,
                review.at(),
                new MilestoneEvidence(Kind.REVIEW, review.review().toString()));
    }

    void ready(@Observes TraineeReady ready) {
        milestones.reached(
                ready.trainee(),
                Stage.READY,
                ready.at(),
                new MilestoneEvidence(Kind.ROAD, ready.trainee().toString()));
    }

    void certified(@Observes CertificateIssued certificate) {
        milestones.reached(
                certificate.trainee(),
                Stage.CERTIFIED,
                certificate.at(),
                new MilestoneEvidence(Kind.CERTIFICATE, certificate.serial()));
    }

    void revoked(@Observes CertificateRevoked certificate) {
        milestones.lost(
                certificate.trainee(),
                Stage.CERTIFIED,
                certificate.at(),
                new MilestoneEvidence(Kind.CERTIFICATE, certificate.serial()),
                "revoked");
    }

    void opened(@Observes StoreOpened store) {
        milestones.reached(
                store.trainee(),
                Stage.STORE_OPENED,
                store.at(),
                new MilestoneEvidence(Kind.STORE, store.store().toString()));
    }

    /** Whose store closed fell back, whatever it earned before. */
    void closed(@Observes StoreClosed store) {
        milestones.lost(
                store.trainee(),
                Stage.STORE_OPENED,
                store.at(),
                new MilestoneEvidence(Kind.STORE, store.store().toString()),
                "closed");
    }

    void steady(@Observes SteadyIncomeReached income) {
        milestones.reached(
                income.trainee(),
                Stage.steady(income.months()),
                income.at(),
                new MilestoneEvidence(Kind.STORE, income.store().toString()));
    }

    /** A month failed. The reason names it, so that the county looks there first. */
    void failed(@Observes SteadyIncomeLost income) {
        milestones.lost(
                income.trainee(),
                Stage.steady(income.months()),
                income.at(),
                new MilestoneEvidence(Kind.STORE, income.store().toString()),
                income.through().toString());
    }

    void sold(@Observes FirstOrder order) {
        milestones.reached(
                order.trainee(),
                Stage.FIRST_ORDER,
                order.at(),
                new MilestoneEvidence(Kind.STORE, order.store().toString()));
    }
}
