package org.tianbo.attendance.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;

/**
 * Whether and when one person was at one session, derived from all that was written down about it, in whatever order it
 * came. A scan says "here": the first is the coming, a later one the going, and one still later moves the going. Only
 * whole stays count, from coming to going, as far as they lie within the session.
 */
public final class SessionPresence {

    /** Where somebody is by now. */
    public enum State {
        ABSENT,
        IN,
        OUT
    }

    /**
     * From a coming to a going.
     *
     * @param until null while they have not been seen going
     */
    public record Stay(Instant from, Instant until) {

        boolean isOpen() {
            return until == null;
        }

        /** Whether both were there for a while at the same time. */
        boolean overlaps(Stay other) {
            return !isOpen() && !other.isOpen() && from.isBefore(other.until) && other.from.isBefore(until);
        }

        private Duration within(Instant begins, Instant ends) {
            Instant first = from.isBefore(begins) ? begins : from;
            Instant last = until.isAfter(ends) ? ends : until;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    private final List<AttendanceEntry> history;
    private final List<AttendanceEntry> effective;
    private final List<Stay> stays;

    private SessionPresence(List<AttendanceEntry> history, List<AttendanceEntry> effective, List<Stay> stays) {
        this.history = history;
        this.effective = effective;
        this.stays = stays;
    }

    /**
     * @param entries all of one person at one session
     * @param shortestStay within which a second scan means the same coming
     */
    public static SessionPresence of(List<AttendanceEntry> entries, Duration shortestStay) {
        Set<UUID> takenOut = entries.stream()
                .filter(entry -> entry.mark() == Mark.VOID)
                .map(AttendanceEntry::corrects)
                .collect(Collectors.toSet());
        List<AttendanceEntry> effective = entries.stream()
                .filter(entry -> entry.mark() != Mark.VOID && !takenOut.contains(entry.id()))
                .sorted(Comparator.comparing(AttendanceEntry::at).thenComparing(AttendanceEntry::id))
                .toList();
        List<AttendanceEntry> history = entries.stream()
                .sorted(Comparator.comparing(AttendanceEntry::receivedAt).thenComparing(AttendanceEntry::id))
                .toList();
        return new SessionPresence(history, effective, stays(effective, shortestStay));
    }

    private static List<Stay> stays(List<AttendanceEntry> effective, Duration shortestStay) {
        List<Stay> stays = new ArrayList<>();
        Stay stay = null;
        for (AttendanceEntry entry : effective) {
            if (entry.doubt() == null) {
                Stay next = after(stay, entry, shortestStay);
                if (stay != null && next != null && !next.from().equals(stay.from())) {
                    stays.add(stay);
                }
                stay = next;
            }
        }
        if (stay != null) {
            stays.add(stay);
        }
        return List.copyOf(stays);
    }

    /** The stay as it is after this entry, or a new one. */
    private static Stay after(Stay stay, AttendanceEntry entry, Duration shortestStay) {
        Mark mark = entry.mark();
        if (stay == null) {
            return mark == Mark.OUT ? null : new Stay(entry.at(), null);
        }
        if (mark == Mark.IN) {
            return stay.isOpen() ? stay : new Stay(entry.at(), null);
        }
        boolean sameComing = mark == Mark.HERE
                && stay.isOpen()
                && Duration.between(stay.from(), entry.at()).compareTo(shortestStay) < 0;
        return sameComing ? stay : new Stay(stay.from(), entry.at());
    }

    public State state() {
        if (stays.isEmpty()) {
            return State.ABSENT;
        }
        return stays.get(stays.size() - 1).isOpen() ? State.IN : State.OUT;
    }

    /** Whether nothing says that they were there, not even something that waits for a person. */
    boolean isMissing() {
        return state() == State.ABSENT && doubtful().isEmpty();
    }

    /** When they first came. */
    public Optional<Instant> in() {
        return stays.stream().findFirst().map(Stay::from);
    }

    /** When they last went; empty while they are in. */
    public Optional<Instant> out() {
        return stays.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(stays.get(stays.size() - 1).until());
    }

    /** The whole minutes that count for a session between these times. */
    public int minutes(Instant begins, Instant ends) {
        return Math.toIntExact(stays.stream()
                .filter(stay -> !stay.isOpen())
                .map(stay -> stay.within(begins, ends))
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes());
    }

    public List<Stay> stays() {
        return stays;
    }

    /** Everything that was written down, as it came, what was taken out included. */
    public List<AttendanceEntry> history() {
        return history;
    }

    /** What stands, doubtful entries included, by the time that counts. */
    public List<AttendanceEntry> effective() {
        return effective;
    }

    /** The last tap on the list, if nothing else was seen since: it can be taken back without a reason. */
    public Optional<AttendanceEntry> lastTap() {
        return effective.stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.method() == AttendanceEntry.Method.LIST
                        && last.reason().isEmpty());
    }

    public boolean stands(UUID entry) {
        return effective.stream().anyMatch(one -> one.id().equals(entry));
    }

    /** What a person should look at before it counts. */
    public List<AttendanceEntry> doubtful() {
        return effective.stream().filter(entry -> entry.doubt() != null).toList();
    }
}
