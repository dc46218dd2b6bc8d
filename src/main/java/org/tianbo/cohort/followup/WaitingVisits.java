package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Visits that are due or overdue, and what is odd about those that were made, wait for the office. */
@ApplicationScoped
class WaitingVisits implements WaitingWork {

    private static final String FLAGS =
            """
            select count(*) as waiting, min(f.found_at) as since,
                %s as done, %s as visited
            from follow_up_flags f join follow_up_visits v on v.county = f.county and v.id = f.visit
            where f.county = ?%s and not exists (select 1 from follow_up_flag_decisions d
                where d.county = f.county and d.flag = f.id)
            """;

    private static final String DECIDED =
            """
            select d.id, d.decided_at as at, r.trainee as person, null as subject,
                '/follow-up/' || r.cohort || '/' || r.trainee || '/' || r.round as address
            from follow_up_flag_decisions d
            join follow_up_flags g on g.county = d.county and g.id = d.flag
            join follow_up_visits r on r.county = g.county and r.id = g.visit
            where d.county = ? and d.decided_at >= ?%s
            """;

    private static final String VISITED =
            """
            select r.id, r.received_at as at, r.trainee as person, null as subject,
                '/follow-up/' || r.cohort || '/' || r.trainee || '/' || r.round as address
            from follow_up_visits r
            where r.county = ? and r.received_at >= ? and r.corrects is null and r.outcome <> 'NOT_REACHED'%s
            """;

    private final DueVisits due;
    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingVisits(DueVisits due, CountyReads reads, CurrentCounty county) {
        this.due = due;
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        String id = county.id();
        DueVisits.Waits waits = due.waits(scope);
        return reads.rows(
                        FLAGS.formatted(
                                decided(scope).count(), visited(scope).count(), scope.only("v.county", "v.trainee")),
                        row -> List.of(
                                new Waiting(
                                        "cohort.visit-due",
                                        Set.of(Roles.COORDINATOR, Roles.OFFICER),
                                        waits.count(),
                                        waits.since(),
                                        "/follow-up",
                                        row.getLong("visited")),
                                Waiting.forOfficers("cohort.visit-odd", row, "/follow-up/flags")),
                        id,
                        scope.weekBegan(),
                        id,
                        scope.weekBegan(),
                        id)
                .get(0);
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(visited(scope), decided(scope));
    }

    private static DoneWork visited(WorkScope scope) {
        return DoneWork.forOffice("cohort.visit-due", VISITED.formatted(scope.only("r.county", "r.trainee")));
    }

    private static DoneWork decided(WorkScope scope) {
        return DoneWork.forOfficers("cohort.visit-odd", DECIDED.formatted(scope.only("r.county", "r.trainee")));
    }
}
