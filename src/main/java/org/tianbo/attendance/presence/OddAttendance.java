package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.attendance.presence.SessionSheet.Signal;
import org.tianbo.attendance.schedule.ClassSessions;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.audit.OddThing;
import org.tianbo.platform.audit.OddThings;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Has the signals of sessions looked at once more when a session is over, where an office decides about them. */
@ApplicationScoped
class OddAttendance implements OddThings {

    private static final String SESSIONS =
            "select distinct session from attendance_entries where county = ? and received_at >= ? order by session";

    private final Attendance attendance;
    private final ClassSessions sessions;
    private final CountyReads reads;
    private final CurrentCounty county;

    OddAttendance(Attendance attendance, ClassSessions sessions, CountyReads reads, CurrentCounty county) {
        this.attendance = attendance;
        this.sessions = sessions;
        this.reads = reads;
        this.county = county;
    }

    @Override
    public List<OddThing> since(Instant since) {
        return reads.rows(SESSIONS, row -> row.getObject(1, UUID.class), county.id(), since).stream()
                .flatMap(session -> in(sessions.session(session)).stream())
                .toList();
    }

    private List<OddThing> in(SessionView session) {
        List<OddThing> odd = new ArrayList<>();
        Map<UUID, Set<UUID>> byDevice = new LinkedHashMap<>();
        for (Signal signal : attendance.sheet(session).signals()) {
            switch (signal.kind()) {
                case SHARED_DEVICE ->
                    byDevice.computeIfAbsent(signal.other(), any -> new LinkedHashSet<>())
                            .add(signal.trainee());
                case SHORT_STAY ->
                    odd.add(odd(session, OddThing.Kind.SECONDS_APART, List.of(signal.trainee()), "", null));
                case TWO_PLACES ->
                    odd.add(odd(
                            session,
                            OddThing.Kind.OVERLAPPING_SESSIONS,
                            List.of(signal.trainee()),
                            pair(session.id(), signal.other()),
                            null));
                case NO_CHECK_OUT -> {}
            }
        }
        byDevice.forEach((first, others) -> {
            List<UUID> people =
                    Stream.concat(Stream.of(first), others.stream()).distinct().toList();
            String many = Integer.toString(people.size());
            odd.add(odd(session, OddThing.Kind.ONE_DEVICE, people, many, (long) people.size()));
        });
        return odd;
    }

    private static OddThing odd(
            SessionView session, OddThing.Kind kind, List<UUID> people, String besides, Long measure) {
        String where = besides.isEmpty() || kind == OddThing.Kind.ONE_DEVICE
                ? session.id().toString() + besides
                : besides;
        return new OddThing(
                kind,
                where + "/" + people.get(0),
                people,
                session.cohort(),
                "/attendance/sessions/" + session.id(),
                session.begins(),
                measure);
    }

    /** Both sessions see the same oddity: it has one name. */
    private static String pair(UUID one, UUID other) {
        return one.compareTo(other) < 0 ? one + "+" + other : other + "+" + one;
    }
}
