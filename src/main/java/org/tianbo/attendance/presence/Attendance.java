package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.OnlineTime;
import org.tianbo.attendance.SessionKind;
import org.tianbo.attendance.presence.SessionSheet.Signal;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;

/** Who was where and for how long: the sheet of a session, the hours of a class, a trainee's own. */
@ApplicationScoped
public class Attendance {

    private final ClassSessions sessions;
    private final ClassRegister register;
    private final OnlineTime online;
    private final EntryTable entries;
    private final People people;
    private final AttendanceConfig config;
    private final Clock clock;

    Attendance(
            ClassSessions sessions,
            ClassRegister register,
            OnlineTime online,
            EntryTable entries,
            People people,
            AttendanceConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.register = register;
        this.online = online;
        this.entries = entries;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public SessionSheet sheet(SessionView session) {
        Map<UUID, SessionPresence> here = byTrainee(entries.ofSession(session.id()));
        Set<UUID> everybody = new LinkedHashSet<>(register.members(session.cohort()));
        everybody.addAll(here.keySet());
        SessionPresence nothing = presence(List.of());
        List<SessionSheet.Line> lines = people.trainees(everybody).stream()
                .map(trainee -> line(session, trainee, here.getOrDefault(trainee.id(), nothing)))
                .toList();
        Map<UUID, String> titles = new HashMap<>();
        Map<UUID, Map<UUID, SessionPresence>> elsewhere = elsewhere(session, titles);
        List<Signal> signals = Signals.in(here, elsewhere, config.oddlyShort(), isOver(session));
        Map<UUID, String> names = lines.stream()
                .collect(Collectors.toMap(
                        line -> line.trainee().id(), line -> line.trainee().name()));
        return new SessionSheet(session, lines, signals, names, titles);
    }

    /** One person at one session; the person is of this county. */
    @Transactional
    public SessionSheet.Line line(SessionView session, UUID trainee) {
        return line(session, people.trainee(trainee), presence(entries.of(session.id(), trainee)));
    }

    /**
     * The hours of one person in a class.
     *
     * @param online minutes of films that really played, see {@link OnlineTime}
     * @param missed how many sessions took place without them, as far as nothing waits to be decided
     */
    public record Hours(PersonView trainee, int theory, int practice, int online, int missed) {

        public int total() {
            return theory + practice + online;
        }
    }

    /** How many came to a session of a class. */
    public record Attended(SessionView session, int came) {}

    /**
     * The sessions of a class and the hours of its members.
     *
     * @param held how many sessions are over
     * @param hours of the members of this page
     */
    public record ClassSheet(UUID cohort, String name, List<Attended> sessions, int held, Page<Hours, UUID> hours) {}

    /** @param after the last member of the page before */
    @Transactional
    public ClassSheet ofClass(UUID cohort, Optional<UUID> after, int size) {
        String name = register.name(cohort);
        List<SessionView> all = sessions.ofClass(cohort);
        Map<UUID, Map<UUID, SessionPresence>> bySession =
                bySession(entries.ofSessions(all.stream().map(SessionView::id).toList()));
        List<Attended> attended = all.stream()
                .map(session -> new Attended(session, came(bySession.getOrDefault(session.id(), Map.of()))))
                .toList();
        List<SessionView> held = all.stream()
                .filter(session -> !session.isCancelled() && session.hasEnded(clock.instant()))
                .toList();
        List<UUID> members = register.members(cohort).stream()
                .filter(member -> after.isEmpty()
                        || member.toString().compareTo(after.get().toString()) > 0)
                .sorted(Comparator.comparing(UUID::toString))
                .limit(size + 1L)
                .toList();
        Page<UUID, UUID> page = Page.of(members, size, member -> member);
        Map<UUID, Integer> watched = online.minutes(cohort, page.rows());
        List<Hours> hours = people.trainees(page.rows()).stream()
                .map(trainee -> hours(trainee, held, bySession, watched.getOrDefault(trainee.id(), 0)))
                .toList();
        return new ClassSheet(cohort, name, attended, held.size(), new Page<>(hours, page.next()));
    }

    /** What a trainee learned online in their classes; what two classes could count is counted in one of them. */
    @Transactional
    public int ownOnline(UUID trainee) {
        return register.classesOf(trainee).stream()
                .mapToInt(cohort -> online.minutes(cohort, Set.of(trainee)).getOrDefault(trainee, 0))
                .max()
                .orElse(0);
    }

    /** One session of a trainee's own list. */
    public record OwnSession(SessionView session, SessionPresence presence, int minutes) {}

    /**
     * The trainee's sessions so far and those of today, the latest first.
     *
     * @param most how many
     */
    @Transactional
    public List<OwnSession> own(UUID trainee, int most) {
        Map<UUID, Map<UUID, SessionPresence>> bySession = bySession(entries.ofTrainee(trainee));
        Map<UUID, SessionView> mine = new LinkedHashMap<>();
        register.classesOf(trainee)
                .forEach(cohort -> sessions.ofClass(cohort).forEach(session -> mine.put(session.id(), session)));
        SessionPresence nothing = presence(List.of());
        return mine.values().stream()
                .sorted(Comparator.comparing(SessionView::begins).reversed())
                .limit(most)
                .map(session -> {
                    SessionPresence presence =
                            bySession.getOrDefault(session.id(), Map.of()).getOrDefault(trainee, nothing);
                    return new OwnSession(session, presence, minutes(session, presence));
                })
                .toList();
    }

    /** Whether nobody can check in or out of it any more. */
    public boolean isOver(SessionView session) {
        return !clock.instant()
                .isBefore(SessionWindow.of(session, config.margin()).closes());
    }

    private Hours hours(
            PersonView trainee, List<SessionView> held, Map<UUID, Map<UUID, SessionPresence>> bySession, int watched) {
        int theory = 0;
        int practice = 0;
        int missed = 0;
        for (SessionView session : held) {
            SessionPresence presence =
                    bySession.getOrDefault(session.id(), Map.of()).get(trainee.id());
            if (presence == null || presence.isMissing()) {
                missed++;
            } else if (session.details().kind() == SessionKind.THEORY) {
                theory += minutes(session, presence);
            } else {
                practice += minutes(session, presence);
            }
        }
        return new Hours(trainee, theory, practice, watched, missed);
    }

    /** What the people of other sessions of about the same time did there; writes the sessions' titles down. */
    private Map<UUID, Map<UUID, SessionPresence>> elsewhere(SessionView session, Map<UUID, String> titles) {
        Instant after = session.begins().minus(config.margin());
        Instant before = session.ends().plus(config.margin());
        sessions.between(after, before).stream()
                .filter(other -> !other.id().equals(session.id()) && !other.isCancelled())
                .forEach(other -> titles.put(other.id(), other.details().title()));
        return bySession(entries.ofSessions(titles.keySet()));
    }

    private SessionSheet.Line line(SessionView session, PersonView trainee, SessionPresence presence) {
        return new SessionSheet.Line(trainee, presence, minutes(session, presence));
    }

    private static int minutes(SessionView session, SessionPresence presence) {
        return session.isCancelled() ? 0 : presence.minutes(session.begins(), session.ends());
    }

    private static int came(Map<UUID, SessionPresence> people) {
        return Math.toIntExact(people.values().stream()
                .filter(presence -> presence.state() != SessionPresence.State.ABSENT)
                .count());
    }

    private Map<UUID, Map<UUID, SessionPresence>> bySession(List<AttendanceEntry> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        AttendanceEntry::session, Collectors.collectingAndThen(Collectors.toList(), this::byTrainee)));
    }

    private Map<UUID, SessionPresence> byTrainee(List<AttendanceEntry> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        AttendanceEntry::trainee,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), this::presence)));
    }

    private SessionPresence presence(List<AttendanceEntry> all) {
        return SessionPresence.of(all, config.shortestStay());
    }
}
