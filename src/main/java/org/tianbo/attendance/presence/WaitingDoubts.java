package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Sessions at which somebody's coming or going is in doubt until a person has decided. */
@ApplicationScoped
class WaitingDoubts implements WaitingWork {

    /** What stands and is in doubt, as {@link SessionPresence#doubtful} has it; the session that waits longest. */
    private static final String COUNTS =
            """
            with doubtful as (
                select e.session, e.received_at from attendance_entries e
                where e.county = ? and e.doubt is not null and e.mark <> 'VOID' and not exists (
                    select 1 from attendance_entries v where v.county = e.county and v.corrects = e.id)%s)
            select (select count(distinct session) from doubtful) as waiting,
                (select min(received_at) from doubtful) as since,
                (select session from doubtful order by received_at limit 1) as first,
                %s as done
            """;

    private static final String DONE =
            """
            select v.id, v.received_at as at, d.trainee as person, s.title as subject,
                '/attendance/sessions/' || d.session as address
            from attendance_entries d join attendance_entries v on v.county = d.county and v.corrects = d.id
            left join class_sessions s on s.county = d.county and s.id = d.session
            where d.county = ? and d.doubt is not null and v.received_at >= ?%s
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingDoubts(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        return reads.rows(
                COUNTS.formatted(
                        scope.only("e.county", "e.trainee"), decided(scope).count()),
                row -> Waiting.forOffice(
                        "attendance.doubts",
                        row,
                        row.getString("first") == null
                                ? "/attendance"
                                : "/attendance/sessions/" + row.getString("first")),
                county.id(),
                county.id(),
                scope.weekBegan());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(decided(scope));
    }

    private static DoneWork decided(WorkScope scope) {
        return DoneWork.forOffice("attendance.doubts", DONE.formatted(scope.only("d.county", "d.trainee")));
    }
}
