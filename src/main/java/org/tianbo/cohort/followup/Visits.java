package org.tianbo.cohort.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.VisitRecorded;
import org.tianbo.cohort.enrolment.Enrolment;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.people.People;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.TimeBounds;
import org.tianbo.platform.time.Zones;

/** Writes visits down, and what corrects them. Whoever calls has seen to it that they may. */
@ApplicationScoped
public class Visits {

    private static final Logger LOG = Logger.getLogger(Visits.class);
    private static final long FOREVER = 36_500;

    private final VisitTable table;
    private final EnrolmentRepository enrolments;
    private final Flags flags;
    private final VisitPhotos photos;
    private final People people;
    private final CurrentCounty county;
    private final Event<VisitRecorded> recorded;
    private final Clock clock;

    Visits(
            VisitTable table,
            EnrolmentRepository enrolments,
            Flags flags,
            VisitPhotos photos,
            People people,
            CurrentCounty county,
            Event<VisitRecorded> recorded,
            Clock clock) {
        this.table = table;
        this.enrolments = enrolments;
        this.flags = flags;
        this.photos = photos;
        this.people = people;
        this.county = county;
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * What is told of whom.
     *
     * @param id named by the phone or the page; sent again it changes nothing
     * @param ofOffice whether a coordinator or an officer tells it
     */
    public record Telling(
            UUID id, UUID cohort, UUID trainee, int round, VisitReport report, UUID by, boolean ofOffice) {}

    /**
     * Writes a visit down that somebody types now: a day that is still to come is refused.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean record(Telling telling) {
        return keep(telling, today());
    }

    /**
     * Writes a visit down as a phone kept it. Its clock may be wrong: whatever day it tells is kept as told, reckoned
     * with as the nearest that can be, and shown to a person where it cannot be.
     *
     * @return whether it is new
     */
    @Transactional
    public boolean recordLater(Telling telling) {
        return keep(telling, today().plusDays(FOREVER));
    }

    private boolean keep(Telling telling, LocalDate latest) {
        Enrolment enrolment = enrolments.of(telling.cohort(), telling.trainee()).orElseThrow(NotEnrolled::new);
        Visit visit = visit(telling, telling.report().checked(latest), enrolment, null, "", false);
        if (!table.append(visit)) {
            requireSame(visit);
            return false;
        }
        LOG.infof("Visit %s of %s in round %d written down", visit.id(), visit.trainee(), visit.round());
        announce(visit);
        flags.look(visit);
        return true;
    }

    /**
     * Replaces what is told of a visit; what was told before stays beside it.
     *
     * @param id of the correction, named by the page
     * @param report what is right; of a visit that did not take place it is that of the visit itself
     */
    public record Correction(
            UUID id, UUID visit, VisitReport report, boolean withdrawn, String reason, UUID by, boolean ofOffice) {}

    /** @throws Refused when a field does not fit, or somebody else corrected the visit meanwhile */
    @Transactional
    public void correct(Correction correction) {
        Visit wrong = visit(correction.visit());
        String reason = correction.reason().strip();
        if (reason.isEmpty() || reason.length() > VisitReport.SHORT) {
            throw FollowUpRefused.because(
                    "reason", reason.isEmpty() ? "followup.reason-missing" : "followup.text-too-long");
        }
        Enrolment enrolment = enrolments.of(wrong.cohort(), wrong.trainee()).orElseThrow(NotEnrolled::new);
        VisitReport report =
                correction.withdrawn() ? wrong.report() : correction.report().checked(today());
        Telling telling = new Telling(
                correction.id(),
                wrong.cohort(),
                wrong.trainee(),
                wrong.round(),
                report,
                correction.by(),
                correction.ofOffice());
        Visit right = visit(telling, report, enrolment, wrong.id(), reason, correction.withdrawn());
        people.lock(wrong.trainee());
        if (table.find(right.id()).isPresent()) {
            requireSame(right);
            return;
        }
        if (wrong.withdrawn() || table.isCorrected(wrong.id()) || !table.append(right)) {
            throw FollowUpRefused.corrected();
        }
        LOG.infof("Visit %s corrected by %s", wrong.id(), right.id());
        announce(right);
        if (!right.withdrawn()) {
            flags.look(right);
        }
    }

    private void announce(Visit visit) {
        recorded.fire(new VisitRecorded(county.id(), visit.cohort(), visit.trainee(), visit.id(), visit.receivedAt()));
    }

    /** @throws Refused when there is none in this county */
    @Transactional
    public Visit visit(UUID id) {
        return table.find(id).orElseThrow(FollowUpRefused::unknown);
    }

    /**
     * One telling and what became of it.
     *
     * @param by who visited, by name
     * @param stands whether nothing corrects it and it took place
     */
    public record Line(Visit visit, String by, boolean stands, List<VisitPhotos.Shown> photos, List<Flag> flags) {}

    /** All that was told of one trainee in one class, as it came. */
    @Transactional
    public List<Line> of(UUID cohort, UUID trainee) {
        List<Visit> all = table.ofTrainee(trainee).stream()
                .filter(visit -> visit.cohort().equals(cohort))
                .toList();
        Set<UUID> replaced = new HashSet<>();
        Set<UUID> visitors = new HashSet<>();
        all.forEach(visit -> {
            replaced.add(visit.corrects());
            visitors.add(visit.by());
        });
        Set<UUID> ids = new HashSet<>(all.stream().map(Visit::id).toList());
        Map<UUID, String> names = people.names(visitors);
        Map<UUID, List<VisitPhotos.Shown>> pictures = photos.of(ids);
        Map<UUID, List<Flag>> found = new HashMap<>(flags.of(ids));
        return all.stream()
                .map(visit -> new Line(
                        visit,
                        names.getOrDefault(visit.by(), ""),
                        !replaced.contains(visit.id()) && !visit.withdrawn(),
                        pictures.getOrDefault(visit.id(), List.of()),
                        found.getOrDefault(visit.id(), List.of())))
                .toList();
    }

    private Visit visit(
            Telling telling, VisitReport report, Enrolment enrolment, UUID corrects, String reason, boolean withdrawn) {
        Instant now = clock.instant();
        if (telling.round() < 1 || telling.round() > FollowUpPlan.ROUNDS) {
            throw FollowUpRefused.unknown();
        }
        TimeBounds bounds = new TimeBounds(enrolment.enrolledAt, now);
        Instant told = report.on().atStartOfDay(Zones.SHANGHAI).toInstant();
        return new Visit(
                telling.id(),
                telling.cohort(),
                telling.trainee(),
                telling.round(),
                report,
                bounds.nearest(told).atZone(Zones.SHANGHAI).toLocalDate(),
                report.income() == null ? null : report.claim(telling.ofOffice()),
                telling.by(),
                now,
                corrects,
                reason,
                withdrawn);
    }

    /** A phone may send a visit twice; an id that stands for another visit, or another county's, is refused. */
    private void requireSame(Visit visit) {
        if (table.find(visit.id()).filter(visit::isSame).isEmpty()) {
            throw FollowUpRefused.idTaken();
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(Zones.SHANGHAI).toLocalDate();
    }
}
