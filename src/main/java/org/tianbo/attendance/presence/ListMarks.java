package org.tianbo.attendance.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.attendance.AttendanceConfig;
import org.tianbo.attendance.CheckInRefused;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.attendance.presence.AttendanceEntry.Doubt;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.AttendanceEntry.Method;
import org.tianbo.attendance.schedule.ChangeReason;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;

/**
 * Coming and going by the trainer's list, and corrections. Whoever calls has seen to it that they may; of themselves
 * nobody says anything.
 */
@ApplicationScoped
public class ListMarks {

    private static final Logger LOG = Logger.getLogger(ListMarks.class);

    private final ClassRegister register;
    private final EntryTable entries;
    private final People people;
    private final AttendanceConfig config;
    private final Clock clock;

    ListMarks(ClassRegister register, EntryTable entries, People people, AttendanceConfig config, Clock clock) {
        this.register = register;
        this.entries = entries;
        this.people = people;
        this.config = config;
        this.clock = clock;
    }

    /**
     * One tap on the list.
     *
     * @param id named by the phone or the page
     * @param mark coming or going
     * @param claimed when it was tapped by the phone's clock
     */
    public record Tap(UUID id, UUID trainee, Mark mark, Instant claimed) {}

    /**
     * Writes a tap down; one long before or after the session is kept for a person to look at.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean mark(SessionView session, Tap tap, UUID by) {
        requireAnother(tap.trainee(), by);
        requireOpen(session, tap.trainee());
        if (tap.mark() != Mark.IN && tap.mark() != Mark.OUT) {
            throw CheckInRefused.incomplete();
        }
        Instant now = clock.instant();
        boolean possible = SessionWindow.of(session, config.margin()).has(tap.claimed())
                && !tap.claimed().isAfter(now.plus(config.clockError()));
        return entries.append(new AttendanceEntry(
                tap.id(),
                session.id(),
                tap.trainee(),
                tap.mark(),
                Method.LIST,
                tap.claimed(),
                tap.claimed(),
                now,
                by,
                null,
                null,
                "",
                possible ? null : Doubt.TIME));
    }

    /**
     * Takes back a tap on the list; what came by code needs a correction with its reason.
     *
     * @throws Refused when there is no such tap, or it was taken back before
     */
    @Transactional
    public boolean undo(SessionView session, UUID trainee, UUID id, UUID entry, UUID by) {
        requireAnother(trainee, by);
        people.lock(trainee);
        List<AttendanceEntry> all = entries.of(session.id(), trainee);
        if (all.stream().anyMatch(one -> one.id().equals(id))) {
            return false;
        }
        AttendanceEntry tap = all.stream()
                .filter(one -> one.id().equals(entry) && one.method() == Method.LIST)
                .filter(one -> presence(all).stands(one.id()))
                .findFirst()
                .orElseThrow(CheckInRefused::nothingToCorrect);
        return entries.append(tap.voided(id, by, "", clock.instant()));
    }

    /**
     * Replaces everything that stands about the person by what is right. What stood before stays, with the reason.
     *
     * @param base sent again under the same name it changes nothing
     * @param in when they came; empty when they were not there
     * @param out when they went; empty when that is not known
     */
    public record Correction(UUID base, UUID trainee, Optional<Instant> in, Optional<Instant> out, String reason) {}

    /** @throws Refused when a field does not fit */
    @Transactional
    public void correct(SessionView session, Correction correction, UUID by) {
        requireAnother(correction.trainee(), by);
        String reason = ChangeReason.required(correction.reason());
        if (correction.in().isEmpty() && correction.out().isPresent()) {
            throw SessionRefused.because("in", "attendance.in-missing");
        }
        if (correction.out().filter(out -> !correction.in().get().isBefore(out)).isPresent()) {
            throw SessionRefused.because("out", "attendance.out-before-in");
        }
        UUID trainee = correction.trainee();
        people.lock(trainee);
        List<AttendanceEntry> all = entries.of(session.id(), trainee);
        if (all.isEmpty()) {
            requireOpen(session, trainee);
        }
        Instant now = clock.instant();
        if (correction.in().filter(in -> in.isAfter(now)).isPresent()
                || correction.out().filter(out -> out.isAfter(now)).isPresent()) {
            throw SessionRefused.because("in", "attendance.in-the-future");
        }
        String base = correction.base().toString();
        if (all.stream().anyMatch(one -> one.id().equals(correction.base()))) {
            return;
        }
        // The first of them carries the form's own name, by which a second sending is recognised.
        UUID next = correction.base();
        int number = 0;
        for (AttendanceEntry standing : presence(all).effective()) {
            entries.append(standing.voided(next, by, reason, now));
            next = Ids.named(base, Integer.toString(++number));
        }
        if (correction.in().isPresent()) {
            entries.append(
                    typed(next, session, trainee, Mark.IN, correction.in().get(), by, reason, now));
            next = Ids.named(base, Integer.toString(++number));
        }
        if (correction.out().isPresent()) {
            entries.append(
                    typed(next, session, trainee, Mark.OUT, correction.out().get(), by, reason, now));
        }
        LOG.infof("Attendance of %s at session %s corrected", trainee, session.id());
    }

    /**
     * Says of a doubtful entry that it counts, or that it does not.
     *
     * @throws Refused when there is no such entry, or it was decided before
     */
    @Transactional
    public void decide(SessionView session, UUID trainee, UUID entry, boolean counts, UUID by) {
        requireAnother(trainee, by);
        people.lock(trainee);
        List<AttendanceEntry> all = entries.of(session.id(), trainee);
        AttendanceEntry doubtful = presence(all).doubtful().stream()
                .filter(one -> one.id().equals(entry))
                .findFirst()
                .orElseThrow(CheckInRefused::nothingToCorrect);
        decide(doubtful, counts, by);
    }

    private void decide(AttendanceEntry doubtful, boolean counts, UUID by) {
        Instant now = clock.instant();
        entries.append(doubtful.voided(Ids.next(), by, "", now));
        if (counts) {
            entries.append(doubtful.confirmed(Ids.next(), by, "", now));
        }
    }

    /**
     * Says of all of these that they count: they were kept without a network, and the trainer saw the people. Whatever
     * was decided meanwhile, is in doubt for another reason or about whoever says it, stays as it is.
     */
    @Transactional
    public void accept(SessionView session, Collection<UUID> kept, UUID by) {
        entries.ofSession(session.id()).stream()
                .filter(entry -> entry.doubt() == Doubt.LATE && kept.contains(entry.id()))
                .map(AttendanceEntry::trainee)
                .filter(trainee -> !trainee.equals(by))
                .distinct()
                .sorted()
                .forEach(trainee -> accept(session, trainee, kept, by));
    }

    private void accept(SessionView session, UUID trainee, Collection<UUID> kept, UUID by) {
        people.lock(trainee);
        presence(entries.of(session.id(), trainee)).doubtful().stream()
                .filter(entry -> entry.doubt() == Doubt.LATE && kept.contains(entry.id()))
                .forEach(entry -> decide(entry, true, by));
    }

    private SessionPresence presence(List<AttendanceEntry> all) {
        return SessionPresence.of(all, config.shortestStay());
    }

    private static AttendanceEntry typed(
            UUID id, SessionView session, UUID trainee, Mark mark, Instant at, UUID by, String reason, Instant now) {
        return new AttendanceEntry(
                id, session.id(), trainee, mark, Method.LIST, at, now, now, by, null, null, reason, null);
    }

    private static void requireAnother(UUID trainee, UUID by) {
        if (by.equals(trainee)) {
            throw CheckInRefused.ownAttendance();
        }
    }

    private void requireOpen(SessionView session, UUID trainee) {
        if (!register.isMember(session.cohort(), trainee)) {
            throw CheckInRefused.notInClass();
        }
        if (session.isCancelled()) {
            throw CheckInRefused.cancelled();
        }
    }
}
