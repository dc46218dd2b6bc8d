package org.tianbo.privacy.looks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.time.Zones;

/** Keeps who looked at whom: one row a day for each viewer and thing. */
@ApplicationScoped
public class LookBook implements PersonalLooks {

    private static final int SHOWN = 200;

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
            select coalesce(p.name, '') as viewer, l.what, l.times, l.last_at
            from personal_looks l left join people p on p.county = l.county and p.id = l.viewer
            where l.county = ? and l.person = ? order by l.day desc, l.last_at desc limit\s"""
                    + SHOWN;

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

    /** Who looked at somebody, the latest day first. */
    public List<Look> of(UUID person) {
        return reads.rows(
                OF,
                row -> new Look(
                        row.getString("viewer"),
                        What.valueOf(row.getString("what")),
                        row.getInt("times"),
                        Jdbc.instant(row, "last_at")),
                county.id(),
                person);
    }
}
