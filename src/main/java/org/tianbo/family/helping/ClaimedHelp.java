package org.tianbo.family.helping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.family.helping.Helpings.Work;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.session.HelpClaims;
import org.tianbo.platform.time.TimeBounds;

/** Looks up what phones say of who helped. */
@ApplicationScoped
public class ClaimedHelp implements HelpClaims {

    private static final UUID NOBODY = new UUID(0, 0);

    /**
     * The trainee's own phone speaks of whoever helped on it; a helper's phone of that helper alone. A session that is
     * there belongs to the trainee already.
     */
    private static final String KNOWN =
            """
            select h.id, h.begun_at, coalesce(h.ended_at, h.ends_at) as over_at from helpings h
            left join helpings s on s.county = h.county and s.id = ?
            where h.county = ? and h.trainee = ? and h.id = any(?::uuid[]) and h.begun_at is not null
                and (h.same_phone and coalesce(s.same_phone, true) or h.device = s.device)
            """;

    /** By the county's clock and by the phone, of which an earlier version did not ask: nobody named these helps. */
    private static final String ON_THEIR_PHONE =
            """
            select h.id, h.begun_at, least(h.ended_at, h.ends_at) as over_at from helpings h
            where h.county = ? and h.trainee = ? and h.same_phone and h.begun_at <= ?
                and least(h.ended_at, h.ends_at) >= ?
                and coalesce(h.phone, ?) = ?
            """;

    private final HelpingTable table;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    ClaimedHelp(HelpingTable table, CountyReads reads, CurrentCounty county, Clock clock) {
        this.table = table;
        this.reads = reads;
        this.county = county;
        this.clock = clock;
    }

    @Override
    public Map<UUID, TimeBounds> known(UUID person, Optional<UUID> session, Set<UUID> claimed) {
        Map<UUID, TimeBounds> known = new HashMap<>();
        reads.rows(
                KNOWN,
                row -> known.put(
                        row.getObject("id", UUID.class),
                        new TimeBounds(
                                Jdbc.instant(row, "begun_at").minus(TimeBounds.CLOCK_ERROR),
                                Jdbc.instant(row, "over_at").plus(TimeBounds.CLOCK_ERROR))),
                session.orElse(NOBODY),
                county.id(),
                person,
                claimed);
        return known;
    }

    @Override
    public Map<UUID, TimeBounds> onTheirPhone(UUID person, String phone, Instant from, Instant until) {
        Map<UUID, TimeBounds> found = new HashMap<>();
        reads.rows(
                ON_THEIR_PHONE,
                row -> found.put(
                        row.getObject("id", UUID.class),
                        new TimeBounds(Jdbc.instant(row, "begun_at"), Jdbc.instant(row, "over_at"))),
                county.id(),
                person,
                until.atOffset(ZoneOffset.UTC),
                from.atOffset(ZoneOffset.UTC),
                phone,
                phone);
        return found;
    }

    @Override
    public void learned(Set<UUID> helps) {
        helps.forEach(help -> table.note(help, Work.LEARNING.name(), NOBODY, clock.instant()));
    }

    /**
     * Notes that an attempt was made with help, where that can be: what the trainee's own phone says of it.
     *
     * @param session the help under which it is sent; empty where the trainee sends it
     * @param at when the phone says that it was made
     * @return whether that can be
     */
    public boolean practised(UUID trainee, Optional<UUID> session, UUID help, UUID attempt, Instant at) {
        TimeBounds bounds = known(trainee, session, Set.of(help)).get(help);
        boolean can = bounds != null && bounds.admit(at);
        if (can) {
            table.note(help, Work.PRACTICE.name(), attempt, clock.instant());
        }
        return can;
    }
}
