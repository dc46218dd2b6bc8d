package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Trainees who meet the criteria wait for their certificate. */
@ApplicationScoped
class WaitingCertificates implements WaitingWork {

    /** As {@link CertificateRepository#readyWithoutCertificate} has it. */
    private static final String COUNTS =
            """
            select count(*) as waiting, min(n.ready_at) as since,
                %s as done
            from readiness n
            where n.county = ? and not exists (
                select 1 from certificates c where c.county = n.county and c.trainee = n.trainee and not exists (
                    select 1 from certificate_revocations r where r.county = c.county and r.certificate = c.id))%s
            """;

    private static final String DONE =
            """
            select d.id, d.issued_at as at, d.trainee as person, d.serial as subject,
                '/certificates/' || d.serial as address
            from certificates d where d.county = ? and d.issued_at >= ?%s
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingCertificates(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(issued(scope).count(), scope.only("n.county", "n.trainee")),
                row -> Waiting.forOffice("certification.to-issue", row, "/certification"),
                county.id(),
                scope.weekBegan(),
                county.id());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(issued(scope));
    }

    private static DoneWork issued(WorkScope scope) {
        return DoneWork.forOffice("certification.to-issue", DONE.formatted(scope.only("d.county", "d.trainee")));
    }
}
