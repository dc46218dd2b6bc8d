package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.tianbo.attendance.AttendanceRecorded;
import org.tianbo.attendance.SessionDocumented;
import org.tianbo.attendance.SessionPlanned;
import org.tianbo.certification.CertificateIssued;
import org.tianbo.certification.CertificateRevoked;
import org.tianbo.cohort.ClassDaysChanged;
import org.tianbo.cohort.ClassOpened;
import org.tianbo.cohort.ClassRecordChanged;
import org.tianbo.cohort.RosterChanged;
import org.tianbo.cohort.SpotCheckRecorded;
import org.tianbo.cohort.VisitRecorded;
import org.tianbo.learning.RecordsSynced;
import org.tianbo.ledger.FlagDecided;
import org.tianbo.mentoring.ReviewPublished;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.jobs.Jobs;
import org.tianbo.store.IncomeChanged;

/** What happens that the ledger has to tell of; noted within the transaction in which it happens. */
@ApplicationScoped
class LedgerEvents {

    private final PendingEntries pending;
    private final Jobs jobs;

    LedgerEvents(PendingEntries pending, Jobs jobs) {
        this.pending = pending;
        this.jobs = jobs;
    }

    void opened(@Observes ClassOpened event) {
        pending.note(event.county(), EntryKind.CLASS, event.cohort(), Set.of());
    }

    void recorded(@Observes ClassRecordChanged event) {
        pending.note(event.county(), EntryKind.CLASS, event.cohort(), Set.of());
    }

    /** What the whole class has watched is read page by page, not while everybody in the county waits. */
    void moved(@Observes ClassDaysChanged event) {
        jobs.enqueue(Gathering.NAME, Gathering.of(EntryKind.ONLINE, event.at()), event.county());
    }

    void enrolled(@Observes RosterChanged event) {
        pending.note(event.county(), EntryKind.ENROLMENT, event.cohort(), event.trainees());
    }

    void planned(@Observes SessionPlanned event) {
        pending.note(event.county(), EntryKind.SESSION, event.session(), Set.of());
        // What counts of everybody's stay hangs on when the session was and whether it took place.
        pending.note(event.county(), EntryKind.ATTENDANCE, event.session(), Set.of());
    }

    void documented(@Observes SessionDocumented event) {
        pending.note(event.county(), EntryKind.SESSION, event.session(), Set.of());
    }

    void attended(@Observes AttendanceRecorded event) {
        pending.note(event.county(), EntryKind.ATTENDANCE, event.session(), Set.of(event.trainee()));
    }

    void answered(@Observes RecordsSynced event) {
        if (!event.ofType("quiz.submitted").isEmpty()) {
            pending.note(event.county(), EntryKind.QUIZ, event.person(), Set.of());
        }
    }

    void graded(@Observes ReviewPublished event) {
        pending.note(event.county(), EntryKind.PRACTICE, event.review(), Set.of());
    }

    void visited(@Observes VisitRecorded event) {
        pending.note(event.county(), EntryKind.FOLLOW_UP, event.trainee(), Set.of());
        pending.note(event.county(), EntryKind.SATISFACTION, event.trainee(), Set.of());
    }

    void spotChecked(@Observes SpotCheckRecorded event) {
        pending.note(event.county(), EntryKind.SPOT_CHECK, event.sample(), Set.of());
    }

    void decided(@Observes FlagDecided event) {
        pending.note(event.county(), EntryKind.FLAG, event.flag(), Set.of());
    }

    void certified(@Observes CertificateIssued event) {
        pending.note(event.county(), EntryKind.CERTIFICATE, event.trainee(), Set.of());
    }

    void revoked(@Observes CertificateRevoked event) {
        pending.note(event.county(), EntryKind.CERTIFICATE, event.trainee(), Set.of());
    }

    void earned(@Observes IncomeChanged event) {
        pending.note(event.county(), EntryKind.INCOME, event.store(), Set.of());
    }
}
