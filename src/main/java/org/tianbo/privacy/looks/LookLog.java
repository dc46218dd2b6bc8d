package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
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

    private static final String DAYS =
            """
            select l.day, l.viewer, l.what, coalesce(p.name, '') as name, count(*) as people, sum(l.times) as times,
                max(l.last_at) as last_at
            from personal_looks l left join people p on p.county = l.county and p.id = l.viewer
            where l.county = ? and l.day between ? and ?
            group by l.day, l.viewer, l.what, p.name order by l.day desc, max(l.last_at) desc, l.viewer, l.what
            """;

    private static final String PEOPLE =
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

    /** The latest day first. */
    public List<Seen> in(YearMonth month) {
        return reads.rows(
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
                month.atEndOfMonth());
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
