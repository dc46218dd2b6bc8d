package org.tianbo.attendance.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.SessionDocumented;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** That sessions were held, and from when to when. Whoever calls has seen to it that they may. */
@ApplicationScoped
public class SessionConfirmations {

    private static final Logger LOG = Logger.getLogger(SessionConfirmations.class);
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final String OF_SESSION =
            """
            select c.began_at, c.ended_at, c.confirmed_by, c.confirmed_at, coalesce(p.name, '') as name
            from session_confirmations c left join people p on p.county = c.county and p.id = c.confirmed_by
            where c.county = ? and c.session = ? order by c.confirmed_at desc, c.id desc
            """;

    private static final String MINUTES =
            """
            select distinct on (session) session, (extract(epoch from ended_at - began_at) / 60)::bigint as minutes
            from session_confirmations where county = ? and session = any(?::uuid[])
            order by session, confirmed_at desc, id desc
            """;

    private static final String ADD =
            """
            insert into session_confirmations (county, id, session, began_at, ended_at, confirmed_by, confirmed_at)
            values (?, ?, ?, ?, ?, ?, ?) returning id
            """;

    private final CountyReads reads;
    private final CountyWrites writes;
    private final AttendanceConfig config;
    private final CurrentCounty county;
    private final Event<SessionDocumented> documented;
    private final Clock clock;

    SessionConfirmations(
            CountyReads reads,
            CountyWrites writes,
            AttendanceConfig config,
            CurrentCounty county,
            Event<SessionDocumented> documented,
            Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.config = config;
        this.county = county;
        this.documented = documented;
        this.clock = clock;
    }

    /**
     * One confirmation.
     *
     * @param name of whoever confirmed
     */
    public record Confirmation(Instant began, Instant ended, UUID by, String name, Instant at) {

        public long minutes() {
            return Duration.between(began, ended).toMinutes();
        }
    }

    /** For how many minutes sessions were held, as was confirmed last; what was not confirmed is absent. */
    public record Held(Map<UUID, Long> bySession) {

        public boolean isConfirmed(UUID session) {
            return bySession.containsKey(session);
        }

        public long minutes(UUID session) {
            return bySession.get(session);
        }
    }

    /** Which of these sessions were held, and for how long. */
    public Held held(Collection<SessionView> sessions) {
        Map<UUID, Long> bySession = new HashMap<>();
        reads.rows(
                MINUTES,
                row -> bySession.put(row.getObject("session", UUID.class), row.getLong("minutes")),
                county.id(),
                sessions.stream().map(SessionView::id).toList());
        return new Held(bySession);
    }

    /** The one that counts first. */
    public List<Confirmation> of(UUID session) {
        return reads.rows(
                OF_SESSION,
                row -> new Confirmation(
                        Jdbc.instant(row, "began_at"),
                        Jdbc.instant(row, "ended_at"),
                        row.getObject("confirmed_by", UUID.class),
                        row.getString("name"),
                        Jdbc.instant(row, "confirmed_at")),
                county.id(),
                session);
    }

    /**
     * Confirms; the same by the same person again changes nothing.
     *
     * @param from in the county's zone on the session's day; null where it cannot be read
     * @throws Refused when the session cannot have been held like this
     */
    @Transactional
    public void confirm(SessionView session, LocalTime from, LocalTime to, UUID by) {
        Instant now = clock.instant();
        Refused refused = SessionRefused.wrong();
        if (session.isCancelled()) {
            refused.field("from", "attendance.confirm-cancelled");
        } else if (!session.hasBegun(now)) {
            refused.field("from", "attendance.confirm-too-early");
        } else if (from == null) {
            refused.field("from", "attendance.time-missing");
        } else if (to == null) {
            refused.field("to", "attendance.time-missing");
        } else if (!from.isBefore(to)) {
            refused.field("to", "attendance.ends-before-it-begins");
        } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            refused.field("to", "attendance.too-long-a-session");
        } else if (at(session, to).isAfter(now.plus(config.clockError()))) {
            refused.field("to", "attendance.confirm-not-over");
        }
        refused.throwIfAny();
        Instant began = at(session, from);
        Instant ended = at(session, to);
        Optional<Confirmation> before = of(session.id()).stream().findFirst();
        if (before.filter(one -> one.began().equals(began)
                        && one.ended().equals(ended)
                        && one.by().equals(by))
                .isEmpty()) {
            writes.returning(
                    ADD, row -> row.getObject(1), county.id(), Ids.next(), session.id(), began, ended, by, now);
            documented.fire(new SessionDocumented(county.id(), session.id(), now));
            LOG.infof("Session %s was confirmed by %s", session.id(), by);
        }
    }

    private static Instant at(SessionView session, LocalTime time) {
        LocalDate day = session.details().day();
        return day.atTime(time).atZone(Zones.SHANGHAI).toInstant();
    }
}
