package org.tianbo.attendance.presence;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.attendance.presence.AttendanceEntry.Doubt;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.PersonView;

/**
 * A session with everybody of its class, by name.
 *
 * @param names of everybody whom a signal is about
 * @param titles of the other sessions that signals name
 */
public record SessionSheet(
        SessionView session,
        List<Line> lines,
        List<Signal> signals,
        Map<UUID, String> names,
        Map<UUID, String> titles) {

    /** One person of a session's sheet. */
    public record Line(PersonView trainee, SessionPresence presence, int minutes) {

        /** The tap that can be taken back without a reason; empty where there is none. */
        public String tap() {
            return presence.lastTap().map(tap -> tap.id().toString()).orElse("");
        }

        /** Whether a scan of theirs waits for a person to say if it counts. */
        public boolean isWaiting() {
            return !presence.doubtful().isEmpty();
        }

        /** Whether nobody has said yet if they came. */
        public boolean isUndecided() {
            return presence.state() == SessionPresence.State.ABSENT && isWaiting();
        }
    }

    /**
     * Something odd for a person to look at; never a verdict.
     *
     * @param other somebody else it is about, or the other session; null where there is none
     */
    public record Signal(Kind kind, UUID trainee, UUID other) {

        /** What is odd. */
        public enum Kind {
            /** One phone scanned for several people. */
            SHARED_DEVICE,
            /** Checked out moments after checking in. */
            SHORT_STAY,
            /** At two sessions at the same time. */
            TWO_PLACES,
            /** The session is over and nobody saw them go: no time counts. */
            NO_CHECK_OUT
        }
    }

    public long in() {
        return count(SessionPresence.State.IN);
    }

    public long out() {
        return count(SessionPresence.State.OUT);
    }

    public long absent() {
        return count(SessionPresence.State.ABSENT);
    }

    public long undecided() {
        return lines.stream().filter(Line::isUndecided).count();
    }

    /** The absent without those of whom it is not decided. */
    public long missing() {
        return absent() - undecided();
    }

    public String nameOf(Signal signal) {
        return names.getOrDefault(signal.trainee(), "");
    }

    /** The other person or the other session that a signal is about; empty where there is none. */
    public String otherOf(Signal signal) {
        return signal.other() == null
                ? ""
                : names.getOrDefault(signal.other(), titles.getOrDefault(signal.other(), ""));
    }

    /** Those with something to be decided. */
    public List<Line> doubtful() {
        return lines.stream()
                .filter(line -> !line.presence().doubtful().isEmpty())
                .toList();
    }

    /** What phones without a network kept, and waits for the trainer's word. */
    public List<AttendanceEntry> kept() {
        return doubtful().stream()
                .flatMap(line -> line.presence().doubtful().stream())
                .filter(entry -> entry.doubt() == Doubt.LATE)
                .toList();
    }

    private long count(SessionPresence.State state) {
        return lines.stream().filter(line -> line.presence().state() == state).count();
    }
}
