package org.tianbo.store.income;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;
import org.tianbo.platform.waiting.DoneWork;
import org.tianbo.platform.waiting.Waiting;
import org.tianbo.platform.waiting.WaitingWork;
import org.tianbo.platform.waiting.WorkScope;

/**
 * Open stores for which no order file has come since the last month ended: without one that month counts as nothing,
 * and a steady income is lost for want of a file.
 */
@ApplicationScoped
public class MissingFiles implements WaitingWork {

    /** A store that opened after the month has nothing to show for it. */
    private static final String MISSING =
            """
            from stores s
            join lateral (select t.kind, t.on_day from store_turns t where t.county = s.county and t.store = s.id
                order by t.turned_at desc, t.id desc limit 1) t on t.kind = 'OPENED' and t.on_day < ?
            where s.county = ? and not exists (select 1 from order_imports i
                where i.county = s.county and i.store = s.id and i.imported_at >= ?)
            """;

    private static final String COUNTS =
            "select count(*) as waiting, case when count(*) > 0 then ?::timestamptz end as since," + " %s as done "
                    + MISSING;

    /** A store counts once, however many files it brought. */
    private static final String DONE =
            """
            select d.store as id, max(d.imported_at) as at, o.trainee as person, null as subject,
                '/stores/' || d.store as address
            from order_imports d join stores o on o.county = d.county and o.id = d.store
            where d.county = ? and d.imported_at >= ?%s
            group by d.store, o.trainee
            """;

    private static final String LINES =
            """
            select s.id, p.name, v.town, v.name as village,
                (select max(i.imported_at) from order_imports i where i.county = s.county and i.store = s.id) as last
            """;

    private final CountyReads reads;
    private final StaffVillages villages;
    private final CurrentCounty county;
    private final Clock clock;

    MissingFiles(CountyReads reads, StaffVillages villages, CurrentCounty county, Clock clock) {
        this.reads = reads;
        this.villages = villages;
        this.county = county;
        this.clock = clock;
    }

    /**
     * A store without a file.
     *
     * @param last when its last file came; null where none ever did
     */
    public record Line(UUID store, String trainee, String village, Instant last) {}

    /** The month whose file is asked for: the last one that is over. */
    public YearMonth month() {
        return month(clock.instant());
    }

    /** The stores that the reader sees, by their age. @param after the last one of the page before */
    @Transactional
    public Page<Line, UUID> page(Optional<UUID> after, int size) {
        StaffVillages.Villages seen = villages.mine();
        Instant now = clock.instant();
        WorkScope scope = new WorkScope(seen.all() ? Optional.empty() : Optional.of(seen.ids()), now, now);
        LocalDate ended = month(now).plusMonths(1).atDay(1);
        return Page.of(
                reads.rows(
                        LINES
                                + MISSING.replace(
                                        "where s.county",
                                        "join people p on p.county = s.county and p.id = s.trainee"
                                                + " left join villages v on v.county = p.county and v.id = p.village"
                                                + " where s.county")
                                + scope.only("s.county", "s.trainee")
                                + " and s.id > ? order by s.id limit ?",
                        row -> new Line(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                (Objects.toString(row.getString("town"), "") + " "
                                                + Objects.toString(row.getString("village"), ""))
                                        .strip(),
                                Jdbc.instant(row, "last")),
                        ended,
                        county.id(),
                        began(ended),
                        after.orElse(new UUID(0, 0)),
                        size + 1),
                size,
                Line::store);
    }

    @Override
    public List<Waiting> waiting(WorkScope scope) {
        LocalDate ended = month(scope.now()).plusMonths(1).atDay(1);
        return reads.rows(
                COUNTS.formatted(brought(scope).count()) + scope.only("s.county", "s.trainee"),
                row -> Waiting.forOffice("store.no-file", row, "/stores/without-file"),
                began(ended),
                county.id(),
                scope.weekBegan(),
                ended,
                county.id(),
                began(ended));
    }

    @Override
    public List<DoneWork> done(WorkScope scope) {
        return List.of(brought(scope));
    }

    private static DoneWork brought(WorkScope scope) {
        return DoneWork.forOffice("store.no-file", DONE.formatted(scope.only("o.county", "o.trainee")));
    }

    private static YearMonth month(Instant now) {
        return YearMonth.from(now.atZone(Zones.SHANGHAI)).minusMonths(1);
    }

    private static Instant began(LocalDate day) {
        return day.atStartOfDay(Zones.SHANGHAI).toInstant();
    }
}
