package org.tianbo.attendance.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.tianbo.attendance.SessionUnknown;
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

    /** Whether a confirmation {@code h} is of the session {@code s} as it stands: its day, and it takes place. */
    static final String STANDS =
            """
            (s.cancelled = '' and (h.began_at at time zone 'Asia/Shanghai')::date
                = (s.begins_at at time zone 'Asia/Shanghai')::date)""";

    private static final String OF_SESSION =
            """
            select h.began_at, h.ended_at, h.confirmed_by, h.confirmed_at, coalesce(p.name, '') as name,
                %s as stands
            from session_confirmations h join class_sessions s on s.county = h.county and s.id = h.session
            left join people p on p.county = h.county and p.id = h.confirmed_by
            where h.county = ? and h.session = ? order by stands desc, h.confirmed_at desc, h.id desc
            """
                    .formatted(STANDS);

    private static final String MINUTES =
            """
            select distinct on (h.session) h.session,
                (extract(epoch from h.ended_at - h.began_at) / 60)::bigint as minutes
            from session_confirmations h join class_sessions s on s.county = h.county and s.id = h.session
            where h.county = ? and h.session = any(?::uuid[]) and %s
            order by h.session, h.confirmed_at desc, h.id desc
            """
                    .formatted(STANDS);

    /** Whoever changes or cancels it at the same moment waits, or was first. */
    private static final String LOCK =
            "select cancelled, begins_at from class_sessions where county = ? and id = ? for no key update";

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
     * @param stands whether it is of the session as it is now, and of no other day
     */
    public record Confirmation(Instant began, Instant ended, UUID by, String name, Instant at, boolean stands) {

        public long minutes() {
            return Duration.between(began, ended).toMinutes();
        }
    }

    /** @param standing the one that counts; null where none does */
    public record Confirmed(Confirmation standing, List<Confirmation> before) {}

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

    /** All that was ever confirmed of it, what counts and what does no more. */
    public Confirmed of(UUID session) {
        List<Confirmation> all = reads.rows(
                OF_SESSION,
                row -> new Confirmation(
                        Jdbc.instant(row, "began_at"),
                        Jdbc.instant(row, "ended_at"),
                        row.getObject("confirmed_by", UUID.class),
                        row.getString("name"),
                        Jdbc.instant(row, "confirmed_at"),
                        row.getBoolean("stands")),
                county.id(),
                session);
        boolean held = !all.isEmpty() && all.get(0).stands();
        return held ? new Confirmed(all.get(0), all.subList(1, all.size())) : new Confirmed(null, all);
    }

    /** The session as it is and stays until the transaction is over. */
    private record Locked(boolean cancelled, Instant begins) {

        Instant at(LocalTime time) {
            return begins.atZone(Zones.SHANGHAI)
                    .toLocalDate()
                    .atTime(time)
                    .atZone(Zones.SHANGHAI)
                    .toInstant();
        }
    }

    /**
     * Confirms; the same by the same person again changes nothing.
     *
     * @param from in the county's zone on the session's day; null where it cannot be read
     * @throws Refused when the session cannot have been held like this
     */
    @Transactional
    public void confirm(UUID id, LocalTime from, LocalTime to, UUID by) {
        Locked session = lock(id);
        Instant now = clock.instant();
        Refused refused = SessionRefused.wrong();
        if (session.cancelled()) {
            refused.field("from", "attendance.confirm-cancelled");
        } else if (now.isBefore(session.begins())) {
            refused.field("from", "attendance.confirm-too-early");
        } else if (from == null) {
            refused.field("from", "attendance.time-missing");
        } else if (to == null) {
            refused.field("to", "attendance.time-missing");
        } else if (!from.isBefore(to)) {
            refused.field("to", "attendance.ends-before-it-begins");
        } else if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            refused.field("to", "attendance.too-long-a-session");
        } else if (session.at(to).isAfter(now.plus(config.clockError()))) {
            refused.field("to", "attendance.confirm-not-over");
        }
        refused.throwIfAny();
        Instant began = session.at(from);
        Instant ended = session.at(to);
        if (Optional.ofNullable(of(id).standing())
                .filter(one -> one.began().equals(began)
                        && one.ended().equals(ended)
                        && one.by().equals(by))
                .isEmpty()) {
            writes.returning(ADD, row -> row.getObject(1), county.id(), Ids.next(), id, began, ended, by, now);
            documented.fire(new SessionDocumented(county.id(), id, now));
            LOG.infof("Session %s was confirmed by %s", id, by);
        }
    }

    private Locked lock(UUID id) {
        return reads
                .rows(
                        LOCK,
                        row -> new Locked(!row.getString("cancelled").isEmpty(), Jdbc.instant(row, "begins_at")),
                        county.id(),
                        id)
                .stream()
                .findFirst()
                .orElseThrow(SessionUnknown::new);
    }
}
