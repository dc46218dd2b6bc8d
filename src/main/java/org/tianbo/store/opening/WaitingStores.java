package org.tianbo.store.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/** Stores whose papers wait to be looked at. */
@ApplicationScoped
class WaitingStores implements WaitingWork {

    /**
     * Papers shown last for their gate that nobody has looked at: few, so what was shown later is looked for by key. As
     * {@link GateStatus#state} has it.
     */
    private static final String COUNTS =
            """
            with papers as (
                select count(distinct g.store) as n, min(g.given_at) as since, min(g.store::text) as only
                from gate_evidence g join stores s on s.county = g.county and s.id = g.store
                where g.county = ? and g.rule = any(?::text[])
                    and not (g.answer = 'NOT_MINE' and g.rule = any(?::text[]))
                    and not (g.answer = 'SHOWN' and g.removed_at is not null)
                    and not exists (select 1 from gate_checks c where c.county = g.county and c.evidence = g.id)
                    and not exists (select 1 from gate_evidence l where l.county = g.county and l.store = g.store
                        and l.rule = g.rule and (l.given_at, l.id) > (g.given_at, g.id))%s)
            select p.n as waiting, p.since, case when p.n = 1 then p.only end as only,
                %s as done
            from papers p
            """;

    private static final String DONE =
            """
            select d.id, d.checked_at as at, o.trainee as person, null as subject, '/stores/' || d.store as address
            from gate_checks d join stores o on o.county = d.county and o.id = d.store
            where d.county = ? and d.checked_at >= ?%s
            """;

    private final CountyReads reads;
    private final Curriculum curriculum;
    private final CurrentCounty county;

    WaitingStores(CountyReads reads, Curriculum curriculum, CurrentCounty county) {
        this.reads = reads;
        this.curriculum = curriculum;
        this.county = county;
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        List<Gate> gates = curriculum.gates(Store.OWN_PRODUCE);
        String id = county.id();
        return reads.rows(
                COUNTS.formatted(
                        scope.only("s.county", "s.trainee"), checked(scope).count()),
                WaitingStores::waiting,
                id,
                gates.stream().map(Gate::rule).toList(),
                gates.stream().filter(gate -> !gate.required()).map(Gate::rule).toList(),
                id,
                scope.weekBegan());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String only = row.getString("only");
        return Waiting.forOffice(
                "store.papers",
                row,
                // In the list those to look at come first.
                only == null ? "/stores" : "/stores/" + only);
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(checked(scope));
    }

    private static DoneWork checked(WorkScope scope) {
        return DoneWork.forOffice("store.papers", DONE.formatted(scope.only("o.county", "o.trainee")));
    }
}
