package org.tianbo.cohort.mentors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;

/** Who mentors whom in one class. */
@ApplicationScoped
public class ClassMentors {

    private final Cohorts cohorts;
    private final People people;
    private final Mentorships mentorships;

    ClassMentors(Cohorts cohorts, People people, Mentorships mentorships) {
        this.cohorts = cohorts;
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

    /** A mentor's name, also of one who is none any more. */
    public record Named(UUID id, String name) {}

    /** Everybody still in the class, by name, and the county's mentors. */
    public record Sheet(CohortView cohort, List<Load> mentors, List<Line> lines) {

        /** Those who have no mentor. */
        public List<Line> without() {
            return lines.stream().filter(line -> line.mentors().isEmpty()).toList();
        }

        public List<Line> of(UUID mentor) {
            return lines.stream()
                    .filter(line ->
                            line.mentors().stream().anyMatch(named -> named.id().equals(mentor)))
                    .toList();
        }
    }

    @Transactional(Transactional.TxType.NEVER)
    public Sheet sheet(UUID cohort) {
        CohortView view = cohorts.cohort(cohort);
        List<PersonView> trainees = people.trainees(cohorts.present(cohort));
        Map<UUID, List<UUID>> served =
                mentorships.ofTrainees(trainees.stream().map(PersonView::id).toList());
        Map<UUID, Integer> here = new HashMap<>();
        served.values().forEach(mentors -> mentors.forEach(mentor -> here.merge(mentor, 1, Integer::sum)));
        Map<UUID, String> names = people.names(here.keySet());
        return new Sheet(
                view,
                mentorships.mentors().stream()
                        .map(mentor -> new Load(
                                mentor.id(), mentor.name(), mentor.trainees(), here.getOrDefault(mentor.id(), 0)))
                        .toList(),
                trainees.stream()
                        .map(trainee -> new Line(
                                trainee,
                                served.getOrDefault(trainee.id(), List.of()).stream()
                                        .map(mentor -> new Named(mentor, names.get(mentor)))
                                        .toList()))
                        .toList());
    }

    /**
     * Gives the chosen trainees to one mentor.
     *
     * @throws CohortRefused when nobody was chosen
     * @throws NotEnrolled when one of them is not in the class
     */
    @Transactional(Transactional.TxType.NEVER)
    public UUID give(UUID cohort, Collection<UUID> trainees, UUID mentor, UUID by) {
        if (trainees.isEmpty()) {
            throw CohortRefused.because("trainee", "cohort.nobody-chosen-for-mentor");
        }
        if (mentor == null) {
            throw CohortRefused.because("mentor", "cohort.mentor-missing");
        }
        refuseOthers(cohort, trainees);
        return mentorships.assign(trainees, mentor, by);
    }

    /** Gives everybody of the class who has no mentor to the county's mentors, evenly. */
    @Transactional(Transactional.TxType.NEVER)
    public UUID shareOut(UUID cohort, UUID by) {
        return mentorships.assignLeastLoaded(
                people.trainees(cohorts.present(cohort)).stream()
                        .map(PersonView::id)
                        .toList(),
                by);
    }

    /** @throws NotEnrolled when the trainee is not in the class */
    @Transactional
    public UUID take(UUID cohort, UUID trainee, UUID mentor, UUID by) {
        refuseOthers(cohort, Collections.singleton(trainee));
        return mentorships.unassign(trainee, mentor, by);
    }

    /** What a batch of assignments changed; empty if it changed nothing. */
    @Transactional
    public Optional<Mentorships.AssignmentBatch> batch(UUID batch) {
        return Optional.ofNullable(batch).flatMap(mentorships::batch);
    }

    private void refuseOthers(UUID cohort, Collection<UUID> trainees) {
        if (!cohorts.trainees(cohort).containsAll(trainees)) {
            throw new NotEnrolled();
        }
    }
}
