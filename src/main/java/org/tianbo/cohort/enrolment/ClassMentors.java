package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.enrolment.ClassMembers.Filter;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;

/** Who mentors whom in one class. */
@ApplicationScoped
public class ClassMentors {

    /** Each is a row that undoing the batch reads. */
    static final int SHARED_OUT_AT_ONCE = 500;

    private final Cohorts cohorts;
    private final ClassMembers members;
    private final People people;
    private final Mentorships mentorships;

    ClassMentors(Cohorts cohorts, ClassMembers members, People people, Mentorships mentorships) {
        this.cohorts = cohorts;
        this.members = members;
        this.people = people;
        this.mentorships = mentorships;
    }

    /** A mentor in one line; {@code here} counts those of this class. */
    public record Load(UUID id, String name, int trainees, int here) {

        static final int FEW = 20;
        static final int MANY = 60;

        public boolean few() {
            return trainees < FEW;
        }

        public boolean many() {
            return trainees > MANY;
        }
    }

    /** A trainee and whoever mentors them. */
    public record Line(PersonView trainee, List<Named> mentors) {}

    /** A mentor's name, also of a former mentor. */
    public record Named(UUID id, String name) {}

    /**
     * The county's mentors and a page of those still in the class.
     *
     * @param size how many are still in the class
     * @param without how many of them have no mentor
     * @param shown how many are on the list, on all its pages
     * @param lines those of this page, in the order of the roster
     * @param next the last one of this page; empty on the last
     */
    public record Sheet(
            CohortView cohort,
            List<Load> mentors,
            int size,
            int without,
            int shown,
            List<Line> lines,
            Optional<UUID> next) {}

    /** @param after the last one of the page before */
    @Transactional(Transactional.TxType.NEVER)
    public Sheet sheet(UUID cohort, Filter filter, Optional<UUID> after, int most) {
        CohortView view = cohorts.cohort(cohort);
        Page<UUID, UUID> page = Page.of(members.after(cohort, filter, after, most + 1), most, Function.identity());
        Map<UUID, Integer> here = members.byMentor(cohort);
        return new Sheet(
                view,
                mentorships.mentors().stream()
                        .map(mentor -> new Load(
                                mentor.id(), mentor.name(), mentor.trainees(), here.getOrDefault(mentor.id(), 0)))
                        .toList(),
                members.count(cohort, Filter.ALL),
                members.count(cohort, Filter.WITHOUT_MENTOR),
                members.count(cohort, filter),
                lines(page.rows()),
                page.next());
    }

    private List<Line> lines(List<UUID> trainees) {
        Map<UUID, List<UUID>> served = mentorships.ofTrainees(trainees);
        Map<UUID, PersonView> known =
                people.trainees(trainees).stream().collect(Collectors.toMap(PersonView::id, Function.identity()));
        Map<UUID, String> names =
                people.names(served.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return trainees.stream()
                .map(trainee -> new Line(
                        known.get(trainee),
                        served.getOrDefault(trainee, List.of()).stream()
                                .map(mentor -> new Named(mentor, names.get(mentor)))
                                .toList()))
                .toList();
    }

    /**
     * Gives the chosen trainees to one mentor.
     *
     * @throws Refused when nobody was chosen
     * @throws NotEnrolled when one of them is not in the class
     */
    @Transactional(Transactional.TxType.NEVER)
    public UUID assign(UUID cohort, Collection<UUID> trainees, UUID mentor, UUID by) {
        if (trainees.isEmpty()) {
            throw CohortRefused.because("trainee", "cohort.nobody-chosen-for-mentor");
        }
        if (mentor == null) {
            throw CohortRefused.because("mentor", "cohort.mentor-missing");
        }
        refuseOthers(cohort, trainees);
        return mentorships.assign(trainees, mentor, by);
    }

    /** Gives those of the class who have no mentor to the county's mentors, evenly; so many in one batch. */
    @Transactional(Transactional.TxType.NEVER)
    public UUID assignEvenly(UUID cohort, UUID by) {
        cohorts.require(cohort);
        return mentorships.assignLeastLoaded(
                members.after(cohort, Filter.WITHOUT_MENTOR, Optional.empty(), SHARED_OUT_AT_ONCE), by);
    }

    /** @throws NotEnrolled when the trainee is not in the class */
    @Transactional
    public UUID unassign(UUID cohort, UUID trainee, UUID mentor, UUID by) {
        refuseOthers(cohort, Collections.singleton(trainee));
        return mentorships.unassign(trainee, mentor, by);
    }

    /** What a batch of assignments changed; empty if it changed nothing. */
    @Transactional
    public Optional<Mentorships.AssignmentBatch> batch(UUID batch) {
        return Optional.ofNullable(batch).flatMap(mentorships::batch);
    }

    private void refuseOthers(UUID cohort, Collection<UUID> trainees) {
        if (!cohorts.among(cohort, trainees).containsAll(trainees)) {
            throw new NotEnrolled();
        }
    }
}
