package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalLooks.What;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Who looked at whom in the whole county, for whoever audits it. */
@ApplicationScoped
public class LookLog {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final Comparator<Seen> LATEST_FIRST =
            Comparator.comparing(Seen::day).thenComparing(Seen::lastAt).reversed();

    /** In the order of {@code personal_looks_by_day}, so that it stops where the page ends. */
    static final String DAYS =
            """
            select s.*, coalesce(p.name, '') as name from (
                select l.county, l.day, l.viewer, l.what, count(*) as people, sum(l.times) as times,
                    max(l.last_at) as last_at
                from personal_looks l
                where l.county = ? and l.day >= ? and (l.day, l.viewer, l.what) < (?, ?::uuid, ?)
                group by l.county, l.day, l.viewer, l.what
                order by l.day desc, l.viewer desc, l.what desc limit ?) s
            left join people p on p.county = s.county and p.id = s.viewer
            order by s.day desc, s.viewer desc, s.what desc
            """;

    static final String PEOPLE =
            """
            select l.person, coalesce(p.name, '') as name, l.times, l.last_at
            from personal_looks l left join people p on p.county = l.county and p.id = l.person
            where l.county = ? and l.day = ? and l.viewer = ?::uuid and l.what = ? and l.person > ?
            order by l.person limit ?
            """;

    private final CountyReads reads;
    private final CurrentCounty county;

    LookLog(CountyReads reads, CurrentCounty county) {
        this.reads = reads;
        this.county = county;
    }

    /**
     * What one person looked at on one day.
     *
     * @param name of whoever looked, today
     * @param people how many they saw
     * @param times how often in all
     * @param lastAt the last time
     */
    public record Seen(LocalDate day, UUID viewer, String name, What what, int people, long times, Instant lastAt) {}

    /** One whom they saw. */
    public record SeenPerson(UUID person, String name, int times, Instant lastAt) {}

    /**
     * The latest day first.
     *
     * @param last the last one of the page before
     */
    public Page<Seen, LookPlace> in(YearMonth month, Optional<LookPlace> last, int size) {
        LookPlace after = last.orElse(new LookPlace(month.plusMonths(1).atDay(1), BEFORE_ALL, What.FILE));
        Page<Seen, LookPlace> page = Page.of(
                reads.rows(
                        DAYS,
                        row -> new Seen(
                                row.getObject("day", LocalDate.class),
                                row.getObject("viewer", UUID.class),
                                row.getString("name"),
                                What.valueOf(row.getString("what")),
                                row.getInt("people"),
                                row.getLong("times"),
                                Jdbc.instant(row, "last_at")),
                        county.id(),
                        month.atDay(1),
                        after.day(),
                        after.viewer(),
                        after.what().name(),
                        size + 1),
                size,
                seen -> new LookPlace(seen.day(), seen.viewer(), seen.what()));
        return new Page<>(page.rows().stream().sorted(LATEST_FIRST).toList(), page.next());
    }

    /** @param last the last one of the page before */
    public Page<SeenPerson, UUID> people(LocalDate day, UUID viewer, What what, Optional<UUID> last, int size) {
        return Page.of(
                reads.rows(
                        PEOPLE,
                        row -> new SeenPerson(
                                row.getObject("person", UUID.class),
                                row.getString("name"),
                                row.getInt("times"),
                                Jdbc.instant(row, "last_at")),
                        county.id(),
                        day,
                        viewer,
                        what.name(),
                        last.orElse(BEFORE_ALL),
                        size + 1),
                size,
                SeenPerson::person);
    }
}
