package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Villagers who asked to join a class wait for an answer. */
@ApplicationScoped
class WaitingRequests implements WaitingWork {

    /** They are nobody of the county yet: where they live is what they typed. */
    private static final String COUNTS =
            """
            with asked as (
                select r.cohort, r.asked_at from join_requests r where r.county = ? and r.state = 'WAITING'%s)
            select (select count(*) from asked) as waiting, (select min(asked_at) from asked) as since,
                (select cohort from asked order by asked_at limit 1) as first,
                %s as done
            """;

    private static final String DONE =
            """
            select d.id, d.decided_at as at, d.person, d.name as subject,
                case when d.person is null then '/cohorts/' || d.cohort || '/requests'
                    else '/cohorts/' || d.cohort || '/trainees/' || d.person end as address
            from join_requests d where d.county = ? and d.decided_at >= ?%s
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingRequests(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(scope.onlyVillage("r.village"), answered(scope).count()),
                row -> Waiting.forOffice(
                        "cohort.asks-to-join",
                        row,
                        row.getString("first") == null
                                ? "/cohorts"
                                : "/cohorts/" + row.getString("first") + "/requests"),
                county.id(),
                county.id(),
                scope.weekBegan());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(answered(scope));
    }

    private static DoneWork answered(WorkScope scope) {
        return DoneWork.forOffice("cohort.asks-to-join", DONE.formatted(scope.onlyVillage("d.village")));
    }
}
