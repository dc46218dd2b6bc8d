package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;

/** Keeps who looked at whom: one row a day for each viewer and thing. */
@ApplicationScoped
public class LookBook implements PersonalLooks {

    /** Later than any. */
    private static final LookPlace FIRST = new LookPlace(LocalDate.of(3000, 1, 1), new UUID(0, 0), What.FILE);

    private static final Comparator<Look> LATEST_FIRST = Comparator.comparing(
                    (Look look) -> look.place().day())
            .thenComparing(Look::lastAt)
            .reversed();

    private static final String NOTE =
            """
            insert into personal_looks as l (county, person, viewer, what, day, times, last_at)
            select ?, one.id::uuid, ?::uuid, ?, ?, 1, ?
            from unnest(?::text[]) as one (id) order by one.id
            on conflict (county, person, day, viewer, what)
                do update set times = l.times + 1, last_at = excluded.last_at
            returning person
            """;

    private static final String OF =
            """
            select l.day, l.viewer, l.what, coalesce(p.name, '') as name, l.times, l.last_at
            from personal_looks l left join people p on p.county = l.county and p.id = l.viewer
            where l.county = ? and l.person = ? and (l.day, l.viewer, l.what) < (?, ?::uuid, ?)
            order by l.day desc, l.viewer desc, l.what desc limit ?
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final CurrentCounty county;
    private final SignedIn signedIn;
    private final Clock clock;

    LookBook(CountyReads reads, CountyWrites writes, CurrentCounty county, SignedIn signedIn, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.county = county;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void note(What what, Collection<UUID> people) {
        if (CurrentCounty.ROOT.equals(county.id())) {
            return;
        }
        UUID viewer = signedIn.id();
        List<UUID> others = people.stream()
                .filter(person -> !person.equals(viewer))
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            Instant now = clock.instant();
            writes.returning(
                    NOTE,
                    row -> viewer,
                    county.id(),
                    viewer,
                    what.name(),
                    LocalDate.ofInstant(now, Zones.SHANGHAI),
                    now,
                    others);
        }
    }

    /**
     * Who looked at somebody, the latest day first.
     *
     * @param last the last one of the page before
     */
    public Page<Look, LookPlace> of(UUID person, Optional<LookPlace> last, int size) {
        LookPlace after = last.orElse(FIRST);
        Page<Look, LookPlace> page = Page.of(
                reads.rows(
                        OF,
                        row -> new Look(
                                new LookPlace(
                                        row.getObject("day", LocalDate.class),
                                        row.getObject("viewer", UUID.class),
                                        What.valueOf(row.getString("what"))),
                                row.getString("name"),
                                row.getInt("times"),
                                Jdbc.instant(row, "last_at")),
                        county.id(),
                        person,
                        after.day(),
                        after.viewer(),
                        after.what().name(),
                        size + 1),
                size,
                Look::place);
        return new Page<>(page.rows().stream().sorted(LATEST_FIRST).toList(), page.next());
    }
}
