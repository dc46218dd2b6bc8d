package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.CheckInRefused;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.presence.AttendanceEntry.Doubt;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.AttendanceEntry.Method;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;

/** Coming and going by the code on the trainer's screen, with a network or without. */
@ApplicationScoped
public class CheckIns {

    private static final Logger LOG = Logger.getLogger(CheckIns.class);

    private final ClassSessions sessions;
    private final ClassRegister register;
    private final EntryTable entries;
    private final AttendanceConfig config;
    private final PeopleConfig keys;
    private final CurrentCounty county;
    private final Clock clock;

    CheckIns(
            ClassSessions sessions,
            ClassRegister register,
            EntryTable entries,
            AttendanceConfig config,
            PeopleConfig keys,
            CurrentCounty county,
            Clock clock) {
        this.sessions = sessions;
        this.register = register;
        this.entries = entries;
        this.config = config;
        this.keys = keys;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What the reader of a code sees.
     *
     * @param again whether a tap now would write down the going
     */
    public record Scanned(SessionView session, SessionPresence presence, boolean again) {}

    /**
     * A scan.
     *
     * @param id named by the phone or the page
     * @param device the phone's own name for itself; null where none was given
     */
    public record Scan(UUID id, UUID session, UUID trainee, String code, String device) {}

    /**
     * Looks at a code that was just scanned; writes nothing down.
     *
     * @throws Refused when a tap would be refused
     */
    @Transactional
    public Scanned look(UUID session, UUID trainee, String code) {
        SessionView view = open(session, trainee);
        requireFresh(shownAt(view, code));
        return scanned(view, trainee);
    }

    /**
     * The tap after a scan with a network.
     *
     * @throws Refused when the code is too old, the session another day's, or the trainee of another class
     */
    @Transactional
    public Scanned checkIn(Scan scan) {
        SessionView view = open(scan.session(), scan.trainee());
        Instant shown = shownAt(view, scan.code());
        requireFresh(shown);
        append(scan, shown, clock.instant(), null);
        return scanned(view, scan.trainee());
    }

    /**
     * A scan that a phone kept until now. Once the code has left the screen, nothing tells the phone that was there
     * from one that was sent a photo of it, for a clock can be set back: then it counts when a person says so.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean checkInLater(Scan scan, Instant claimed) {
        SessionView view = open(scan.session(), scan.trainee());
        Instant shown = shownAt(view, scan.code());
        boolean clocksAgree = Duration.between(shown, claimed)
                        .abs()
                        .compareTo(config.clockError().plus(RotatingCode.STEP))
                <= 0;
        Doubt doubt = clocksAgree ? (isFresh(shown) ? null : Doubt.LATE) : Doubt.CODE_TIME;
        return append(scan, shown, claimed, doubt);
    }

    /** The codes of a session's screen from now until it closes, at most so many; empty before it opens. */
    @Transactional
    public List<String> codes(SessionView session, Instant from, int most) {
        SessionWindow window = SessionWindow.of(session, config.margin());
        RotatingCode code = code(session);
        return Stream.iterate(from, window::has, time -> time.plus(RotatingCode.STEP))
                .limit(most)
                .map(code::at)
                .toList();
    }

    private boolean append(Scan scan, Instant shown, Instant claimed, Doubt doubt) {
        boolean fresh = entries.append(new AttendanceEntry(
                scan.id(),
                scan.session(),
                scan.trainee(),
                Mark.HERE,
                Method.CODE,
                shown,
                claimed,
                clock.instant(),
                scan.trainee(),
                scan.device() == null ? null : devices().hex(scan.device()),
                null,
                "",
                doubt));
        if (fresh) {
            LOG.infof("%s scanned the code of session %s", scan.trainee(), scan.session());
        }
        return fresh;
    }

    private Scanned scanned(SessionView view, UUID trainee) {
        SessionPresence presence = SessionPresence.of(entries.of(view.id(), trainee), config.shortestStay());
        boolean again = presence.state() == SessionPresence.State.IN
                && presence.stays()
                        .get(presence.stays().size() - 1)
                        .from()
                        .plus(config.shortestStay())
                        .isBefore(clock.instant());
        return new Scanned(view, presence, again);
    }

    private SessionView open(UUID session, UUID trainee) {
        SessionView view = sessions.session(session);
        if (!register.isMember(view.cohort(), trainee)) {
            throw CheckInRefused.notInClass();
        }
        if (view.isCancelled()) {
            throw CheckInRefused.cancelled();
        }
        return view;
    }

    private Instant shownAt(SessionView session, String code) {
        Instant shown = code(session).shownAt(code).orElseThrow(CheckInRefused::noCode);
        if (!SessionWindow.of(session, config.margin()).has(shown)) {
            throw CheckInRefused.notOpen();
        }
        return shown;
    }

    private void requireFresh(Instant shown) {
        if (!isFresh(shown)) {
            throw CheckInRefused.oldCode();
        }
    }

    /** Whether the code is on the screen now, or was a moment ago. */
    private boolean isFresh(Instant shown) {
        Duration age = Duration.between(shown, clock.instant());
        return age.compareTo(config.codeLasts()) <= 0
                && age.compareTo(config.clockError().negated()) >= 0;
    }

    private RotatingCode code(SessionView session) {
        return RotatingCode.of(keys.hashKey(), county.id(), session.id());
    }

    private KeyedHash devices() {
        return KeyedHash.sha256(keys.hashKey()).derived("attendance devices of " + county.id());
    }
}
