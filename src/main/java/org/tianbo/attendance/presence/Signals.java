package org.tianbo.attendance.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.tianbo.attendance.presence.SessionSheet.Signal;

/** Finds what a person should look at in the attendance of one session. */
final class Signals {

    private Signals() {}

    /**
     * @param here everybody's presence at the session
     * @param elsewhere the same people's presence at other sessions of about that time, by session
     * @param over whether the session has closed
     */
    static List<Signal> in(
            Map<UUID, SessionPresence> here,
            Map<UUID, Map<UUID, SessionPresence>> elsewhere,
            Duration oddlyShort,
            boolean over) {
        List<Signal> found = new ArrayList<>(sharedDevices(here));
        here.forEach((trainee, presence) -> {
            boolean moments = presence.stays().stream()
                    .anyMatch(stay -> !stay.isOpen()
                            && Duration.between(stay.from(), stay.until()).compareTo(oddlyShort) < 0);
            if (moments) {
                found.add(new Signal(Signal.Kind.SHORT_STAY, trainee, null));
            }
            boolean waits = !presence.doubtful().isEmpty();
            if (over && !waits && presence.state() == SessionPresence.State.IN) {
                found.add(new Signal(Signal.Kind.NO_CHECK_OUT, trainee, null));
            }
        });
        elsewhere.forEach((session, people) -> people.forEach((trainee, other) -> {
            SessionPresence own = here.get(trainee);
            if (own != null && overlap(own, other)) {
                found.add(new Signal(Signal.Kind.TWO_PLACES, trainee, session));
            }
        }));
        return found;
    }

    /** What people scanned themselves, confirmed or not: what is tapped on the trainer's list has no phone. */
    private static List<Signal> sharedDevices(Map<UUID, SessionPresence> here) {
        Map<String, Set<UUID>> byDevice = new TreeMap<>();
        here.forEach((trainee, presence) -> presence.effective().stream()
                .filter(entry -> entry.device() != null)
                .forEach(entry -> byDevice.computeIfAbsent(entry.device(), any -> new LinkedHashSet<>())
                        .add(trainee)));
        List<Signal> found = new ArrayList<>();
        for (Set<UUID> people : byDevice.values()) {
            UUID first = people.iterator().next();
            people.stream().skip(1).forEach(other -> found.add(new Signal(Signal.Kind.SHARED_DEVICE, other, first)));
        }
        return found;
    }

    private static boolean overlap(SessionPresence one, SessionPresence other) {
        return one.stays().stream().anyMatch(stay -> other.stays().stream().anyMatch(stay::overlaps));
    }
}
