package org.tianbo.interop.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.CertificateRevoked;
import org.tianbo.certification.TraineeReady;
import org.tianbo.learning.LessonsCompleted;
import org.tianbo.learning.QuizzesAnswered;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.practice.AttemptSubmitted;
import org.tianbo.practice.AttemptTakenBack;
import org.tianbo.store.FirstOrder;
import org.tianbo.store.SteadyIncomeLost;
import org.tianbo.store.SteadyIncomeReached;
import org.tianbo.store.StoreClosed;
import org.tianbo.store.StoreOpened;

/**
 * What happens on a villager's road and other systems may be told, within the transaction in which it happens. A
 * certificate's serial is not told: whoever knows it can look up its holder's name.
 */
@ApplicationScoped
class StatementEvents {

    private static final String CERTIFICATE = "certificate";

    private final Statements statements;

    StatementEvents(Statements statements) {
        this.statements = statements;
    }

    void learnt(@Observes LessonsCompleted event) {
        statements.append(event.lessons().stream()
                .map(one -> Deed.of(Verb.COMPLETED, event.trainee(), "lessons/" + one.lesson(), one.at()))
                .toList());
    }

    void answered(@Observes QuizzesAnswered event) {
        statements.append(event.answers().stream()
                .map(one -> answered(event.trainee(), one))
                .toList());
    }

    private static Deed answered(UUID trainee, QuizzesAnswered.Answered one) {
        String quiz = "quizzes/" + one.lesson();
        return one.counts()
                ? new Deed(one.passed() ? Verb.PASSED : Verb.FAILED, trainee, quiz, one.score(), one.at())
                : Deed.of(Verb.ATTEMPTED, trainee, quiz, one.at());
    }

    void practised(@Observes AttemptSubmitted event) {
        statements.append(Deed.of(Verb.SUBMITTED, event.trainee(), "attempts/" + event.attempt(), event.at()));
    }

    void takenBack(@Observes AttemptTakenBack event) {
        statements.append(Deed.of(Verb.TOOK_BACK, event.trainee(), "attempts/" + event.attempt(), event.at()));
    }

    void reviewed(@Observes ReviewPublished event) {
        statements.append(
                new Deed(Verb.SCORED, event.trainee(), "attempts/" + event.attempt(), event.score(), event.at()));
    }

    void ready(@Observes TraineeReady event) {
        statements.append(Deed.of(Verb.SATISFIED, event.trainee(), "criteria", event.at()));
    }

    void certified(@Observes CertificateIssued event) {
        statements.append(Deed.of(Verb.EARNED, event.trainee(), CERTIFICATE, event.at()));
    }

    void revoked(@Observes CertificateRevoked event) {
        statements.append(Deed.of(Verb.LOST, event.trainee(), CERTIFICATE, event.at()));
    }

    void opened(@Observes StoreOpened event) {
        statements.append(Deed.of(Verb.OPENED_STORE, event.trainee(), "stores/" + event.store(), event.at()));
    }

    void closed(@Observes StoreClosed event) {
        statements.append(Deed.of(Verb.CLOSED_STORE, event.trainee(), "stores/" + event.store(), event.at()));
    }

    void sold(@Observes FirstOrder event) {
        statements.append(Deed.of(Verb.SOLD_FIRST, event.trainee(), "stores/" + event.store(), event.at()));
    }

    void steady(@Observes SteadyIncomeReached event) {
        statements.append(Deed.of(Verb.EARNED_STEADILY, event.trainee(), steady(event.months()), event.at()));
    }

    void unsteady(@Observes SteadyIncomeLost event) {
        statements.append(Deed.of(Verb.LOST, event.trainee(), steady(event.months()), event.at()));
    }

    private static String steady(int months) {
        return "steady-income/" + months;
    }
}
