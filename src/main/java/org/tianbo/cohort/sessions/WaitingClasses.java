package org.tianbo.cohort.sessions;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Classes that have people and are running, and do not know when they meet next. */
@ApplicationScoped
class WaitingClasses implements WaitingWork {

    /** A class waits since its last session, or since its first day where it has had none. */
    private static final String COUNTS =
            """
            with idle as (
                select c.id, greatest(c.starts_on::timestamp at time zone 'Asia/Shanghai',
                    (select max(s.ends_at) from class_sessions s
                        where s.county = c.county and s.cohort = c.id and s.cancelled = '')) as since
                from cohorts c
                where c.county = ? and c.starts_on <= ? and c.ends_on >= ?
                    and exists (select 1 from enrolments e
                        where e.county = c.county and e.cohort = c.id and e.left_at is null%s)
                    and not exists (select 1 from class_sessions s where s.county = c.county and s.cohort = c.id
                        and s.cancelled = '' and s.ends_at > ?))
            select (select count(*) from idle) as waiting, (select min(since) from idle) as since,
                (select id from idle order by since, id limit 1) as first,
                %s as done
            """;

    private static final DoneWork PLANNED = DoneWork.forOffice(
            "cohort.no-session",
            """
            select d.id, d.created_at as at, null::uuid as person, d.title as subject,
                '/attendance/sessions/' || d.id as address
            from class_sessions d where d.county = ? and d.created_at >= ?
            """);

    private final CountyReads reads;
    private final CurrentCounty county;

    WaitingClasses(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        LocalDate today = LocalDate.ofInstant(scope.now(), Zones.SHANGHAI);
        return reads.rows(
                COUNTS.formatted(scope.only("e.county", "e.trainee"), PLANNED.count()),
                row -> Waiting.forOffice(
                        "cohort.no-session",
                        row,
                        row.getString("first") == null
                                ? "/attendance"
                                : "/attendance/classes/" + row.getString("first")),
                county.id(),
                today,
                today,
                scope.now(),
                county.id(),
                scope.weekBegan());
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(PLANNED);
    }
}
