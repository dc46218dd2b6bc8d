package org.tianbo.ledger.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Odd things about attendance and photos wait for an officer to say what they turned out to be. */
@ApplicationScoped
class WaitingFlags implements WaitingWork {

    private static final String COUNTS =
            """
            with open as (
                select f.found_at from ledger_flags f where f.county = ? and not exists (
                    select 1 from ledger_flag_decisions d where d.county = f.county and d.flag = f.id))
            select (select count(*) from open) as waiting, (select min(found_at) from open) as since,
                %s as done
            """;

    private static final DoneWork DECIDED = DoneWork.forOfficers(
            "ledger.odd",
            """
            select d.flag as id, max(d.decided_at) as at, f.people[1] as person, null as subject, f.page as address
            from ledger_flag_decisions d join ledger_flags f on f.county = d.county and f.id = d.flag
            where d.county = ? and d.decided_at >= ?
            group by d.flag, f.people, f.page
            """);

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingFlags(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /** Officers see the whole county. */
    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(DECIDED.count()),
                row -> Waiting.forOfficers("ledger.odd", row, "/ledger/flags"),
                county.id(),
                county.id(),
                scope.weekBegan());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(DECIDED);
    }
}
