package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.ClassOpened;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.CohortUnknown;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.RosterChanged;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonField;
import org.tianbo.people.Corrections.RosterChange;
import org.tianbo.people.Corrections.RosterChanges;
import org.tianbo.people.StaffVillages;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The county's classes and who is on their rosters. */
@ApplicationScoped
public class Cohorts {

    private static final String KNOWN = "select 1 from cohorts where county = ? and id = ?";

    private static final Logger LOG = Logger.getLogger(Cohorts.class);
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_COURSES = 500;

    /** In front of the class for which somebody left, as their reason. */
    private static final String FOR = "→ ";

    private final CohortRepository cohorts;
    private final EnrolmentRepository enrolments;
    private final EnrolmentListener milestones;
    private final StaffVillages villages;
    private final Corrections corrections;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Announcements announcements;
    private final Clock clock;

    Cohorts(
            CohortRepository cohorts,
            EnrolmentRepository enrolments,
            EnrolmentListener milestones,
            StaffVillages villages,
            Corrections corrections,
            CountyReads reads,
            CurrentCounty county,
            Announcements announcements,
            Clock clock) {
        this.cohorts = cohorts;
        this.enrolments = enrolments;
        this.milestones = milestones;
        this.villages = villages;
        this.corrections = corrections;
        this.reads = reads;
        this.county = county;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The events published to other features. */
    @ApplicationScoped
    static class Announcements {

        private final Event<ClassOpened> opened;
        private final Event<RosterChanged> changed;

        Announcements(Event<ClassOpened> opened, Event<RosterChanged> changed) {
            this.opened = opened;
            this.changed = changed;
        }

        void announce(ClassOpened event) {
            opened.fire(event);
        }

        void announce(RosterChanged event) {
            changed.fire(event);
        }
    }

    /**
     * The county's classes, the latest first.
     *
     * @param after the last one of the page before
     */
    @Transactional
    public Page<CohortView, UUID> page(Optional<UUID> after, int size) {
        return Page.of(cohorts.views(after.flatMap(cohorts::findByIdOptional), size + 1), size, CohortView::id);
    }

    @Transactional
    public boolean isOpen(String name) {
        return cohorts.named(name).isPresent();
    }

    /** @throws CohortUnknown when the county has no such class */
    @Transactional
    public CohortView cohort(UUID id) {
        return cohorts.view(id).orElseThrow(CohortUnknown::new);
    }

    /**
     * A class whose people are counted already.
     *
     * @throws CohortUnknown when the county has no such class
     */
    @Transactional
    public CohortView cohort(UUID id, int enrolled, int left) {
        Cohort cohort = cohorts.findByIdOptional(id).orElseThrow(CohortUnknown::new);
        return new CohortView(cohort.id, cohort.name, cohort.startsOn, cohort.endsOn, enrolled, left);
    }

    /** @throws CohortUnknown when the county has no such class */
    public void require(UUID id) {
        if (reads.rows(KNOWN, row -> true, county.id(), id).isEmpty()) {
            throw new CohortUnknown();
        }
    }

    /**
     * Opens the class. Asked again for the very same class, returns the one already open: forms are submitted twice.
     *
     * @throws Refused when a field does not fit or another class has the name
     */
    @Transactional
    public UUID open(NewCohort wanted) {
        wanted.check();
        cohorts.lockClasses(county.id());
        Optional<Cohort> there = cohorts.named(wanted.name());
        if (there.isPresent()) {
            return there.filter(cohort -> cohort.isAs(wanted))
                    .orElseThrow(() -> CohortRefused.because("name", "cohort.name-taken"))
                    .id;
        }
        Cohort cohort = Cohort.open(wanted, clock.instant());
        cohorts.persistAndFlush(cohort);
        announcements.announce(new ClassOpened(county.id(), cohort.id, cohort.openedAt));
        LOG.infof("Class %s opened", cohort.id);
        return cohort.id;
    }

    /**
     * Puts people on the class's roster; whoever was ever on it stays as they are.
     *
     * @param evidence for each person, where it stands that they were enrolled
     * @return how many are new to the class
     */
    @Transactional
    public int enrol(UUID cohort, Map<UUID, MilestoneEvidence> evidence, Consent consent) {
        require(cohort);
        Set<UUID> enrolled = enrolments.among(cohort, evidence.keySet());
        Instant now = clock.instant();
        Map<UUID, MilestoneEvidence> newcomers = new LinkedHashMap<>(evidence);
        newcomers.keySet().removeAll(enrolled);
        enrolments.add(cohort, newcomers.keySet(), consent, now);
        milestones.enrolled(cohort, newcomers, now);
        if (!newcomers.isEmpty()) {
            announcements.announce(new RosterChanged(county.id(), cohort, Set.copyOf(newcomers.keySet()), now));
            LOG.infof("%d people enrolled in class %s", newcomers.size(), cohort);
        }
        return newcomers.size();
    }

    /** Everyone ever on the class's roster whom the reader sees. */
    @Transactional
    public Set<UUID> trainees(UUID cohort) {
        require(cohort);
        return villages.seen(enrolments.traineesOf(cohort));
    }

    /** Those of these people who were ever on the class's roster and whom the reader sees. */
    @Transactional
    public Set<UUID> among(UUID cohort, Collection<UUID> people) {
        require(cohort);
        return villages.seen(enrolments.among(cohort, people));
    }

    /** The trainee, who had left the class, is in it again; whoever is in it stays as they are. */
    @Transactional
    public void comeBack(UUID cohort, UUID trainee) {
        Enrolment enrolment = seen(cohort, trainee);
        if (enrolment.leftAt != null) {
            Instant now = clock.instant();
            enrolment.comeBack(now);
            milestones.returned(cohort, trainee, now);
            announcements.announce(new RosterChanged(county.id(), cohort, Set.of(trainee), now));
            LOG.infof("%s is back in class %s", trainee, cohort);
        }
    }

    /**
     * The trainee goes on in another class with all they have reached; the class they were in keeps them in its
     * numbers, as having left for the other. Moving back is the same once more.
     */
    @Transactional
    public void move(UUID from, UUID trainee, UUID to) {
        // Before anything is counted in either: whoever counts them in the other alone waits for the same row.
        enrolments.lock(List.of(from, to), trainee);
        Enrolment before = seen(from, trainee);
        if (from.equals(to)) {
            throw CohortRefused.because("to", "cohort.same-class");
        }
        CohortView target = cohort(to);
        if (enrolments.of(to, trainee).isPresent()) {
            comeBack(to, trainee);
        } else {
            enrol(
                    to,
                    Map.of(trainee, new MilestoneEvidence(MilestoneEvidence.Kind.NOTE, trainee.toString())),
                    before.consented());
        }
        leave(from, trainee, FOR + target.name());
    }

    /** What the trainee learned before and elsewhere; empty where nobody wrote anything. */
    @Transactional
    public String earlierCourses(UUID cohort, UUID trainee) {
        return seen(cohort, trainee).earlierCourses;
    }

    /** Writes down what the trainee learned before and elsewhere; the same again changes nothing. */
    @Transactional
    public void tookEarlier(UUID cohort, UUID trainee, String typed, UUID by) {
        // Whoever writes it down at the same time waits, and then sees what stands.
        enrolments.lock(cohort, trainee);
        String before = seen(cohort, trainee).earlierCourses;
        String courses = Objects.toString(typed, "").strip();
        if (courses.length() > LONGEST_COURSES) {
            throw CohortRefused.because("courses", "cohort.courses-too-long");
        }
        if (enrolments.tookEarlier(cohort, trainee, courses)) {
            corrections.note(
                    new RosterChanges(
                            List.of(new RosterChange(0, trainee, "", PersonField.EARLIER_COURSES, before, courses))),
                    cohort(cohort).name(),
                    null,
                    by);
            announcements.announce(new RosterChanged(county.id(), cohort, Set.of(trainee), clock.instant()));
            LOG.infof("What %s learned before class %s was written down", trainee, cohort);
        }
    }

    /** Whether the trainee is in the class; false for somebody who left it. */
    @Transactional
    public boolean isIn(UUID cohort, UUID trainee) {
        return seen(cohort, trainee).leftAt == null;
    }

    /** Notes that the trainee left the class; they stay in its numbers. */
    @Transactional
    public void leave(UUID cohort, UUID trainee, String reason) {
        Enrolment enrolment = seen(cohort, trainee);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw CohortRefused.because("reason", why.isEmpty() ? "cohort.reason-missing" : "cohort.reason-too-long");
        }
        Instant now = clock.instant();
        enrolment.leave(why, now);
        milestones.left(cohort, trainee, why, now);
        announcements.announce(new RosterChanged(county.id(), cohort, Set.of(trainee), now));
        LOG.infof("%s left class %s", trainee, cohort);
    }

    /** Whoever the reader does not see is not there for them. */
    private Enrolment seen(UUID cohort, UUID trainee) {
        return enrolments
                .of(cohort, trainee)
                .filter(found -> villages.sees(trainee))
                .orElseThrow(NotEnrolled::new);
    }
}
