package org.tianbo.cohort.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.cohort.MilestoneEvidence;
import org.tianbo.cohort.NotEnrolled;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.enrolment.Enrolment;
import org.tianbo.cohort.enrolment.EnrolmentRepository;
import org.tianbo.cohort.milestone.Milestone;
import org.tianbo.cohort.milestone.Milestones;
import org.tianbo.cohort.milestone.StageChange;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.LearningProgress;
import org.tianbo.learning.LessonProof;
import org.tianbo.learning.Progress;
import org.tianbo.mentoring.PublishedReviews;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.people.Corrections;
import org.tianbo.people.Corrections.PersonCorrectionView;
import org.tianbo.people.Mentorships;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.people.StaffVillages;

/** All that is written down of one trainee in one class: every step with what proves it. */
@ApplicationScoped
public class TraineeFile {

    private final Cohorts cohorts;
    private final Milestones milestones;
    private final EnrolmentRepository enrolments;
    private final People people;
    private final Corrections corrections;
    private final Mentorships mentorships;
    private final LearningProgress learning;
    private final Curriculum curriculum;
    private final PublishedReviews mentoring;
    private final StaffVillages villages;

    TraineeFile(
            Cohorts cohorts,
            Milestones milestones,
            EnrolmentRepository enrolments,
            People people,
            Corrections corrections,
            Mentorships mentorships,
            LearningProgress learning,
            Curriculum curriculum,
            PublishedReviews mentoring,
            StaffVillages villages) {
        this.cohorts = cohorts;
        this.milestones = milestones;
        this.enrolments = enrolments;
        this.people = people;
        this.corrections = corrections;
        this.mentorships = mentorships;
        this.learning = learning;
        this.curriculum = curriculum;
        this.mentoring = mentoring;
        this.villages = villages;
    }

    /**
     * @param mentors their names; empty while nobody mentors the trainee
     * @param agreedOnPhone whether they agreed by themselves on a phone, not on paper
     * @param consentCheckedBy name of whoever vouches for the consent, empty where nobody is named
     * @param earlierCourses what they learned before and elsewhere; empty where nobody wrote anything
     * @param steps in the order they were written down
     * @param path the way through the lessons they chose; empty where they go by the courses
     */
    public record View(
            CohortView cohort,
            PersonView trainee,
            String mentors,
            Instant enrolledAt,
            boolean agreedOnPhone,
            String consentCheckedBy,
            String earlierCourses,
            List<PersonCorrectionView> corrections,
            List<Step> steps,
            Optional<ChosenPath> path,
            List<Lesson> lessons,
            List<ReviewSummary> reviews) {

        /** How many lessons were finished faster than anybody reads them. */
        public long hurried() {
            return lessons.stream()
                    .filter(lesson -> lesson.proof().hurried())
                    .map(lesson -> lesson.proof().lesson())
                    .distinct()
                    .count();
        }
    }

    /** One fact, when it was recorded and where to look at what proves it. */
    public record Step(
            Stage stage,
            boolean lost,
            Instant at,
            Instant recordedAt,
            MilestoneEvidence evidence,
            String link,
            String reason) {}

    /** How far somebody has come on the path they chose. */
    public record ChosenPath(String title, long done, long left) {}

    /** A phone's record about a lesson, under the lesson's title. */
    public record Lesson(String title, LessonProof proof) {}

    /** @throws NotEnrolled for somebody who was never in the class, or whom the reader does not see */
    @Transactional
    public View of(UUID cohort, UUID trainee, Locale locale) {
        CohortView view = cohorts.cohort(cohort);
        Enrolment enrolment = enrolments
                .of(cohort, trainee)
                .filter(found -> villages.sees(trainee))
                .orElseThrow(NotEnrolled::new);
        Map<String, String> titles = new HashMap<>();
        return new View(
                view,
                people.trainee(trainee),
                people.trainees(mentorships.ofTrainees(List.of(trainee)).getOrDefault(trainee, List.of())).stream()
                        .map(PersonView::name)
                        .collect(Collectors.joining(" · ")),
                enrolment.enrolledAt,
                enrolment.isAgreedOnPhone(),
                consentChecker(enrolment),
                enrolment.earlierCourses,
                corrections.of(trainee),
                milestones.recorded(cohort, trainee).stream()
                        .sorted(Comparator.comparing((Milestone milestone) -> milestone.recordedAt)
                                .thenComparing(milestone -> milestone.stage))
                        .map(milestone -> step(cohort, milestone))
                        .toList(),
                chosen(learning.progress(trainee), locale),
                learning.proofs(trainee).stream()
                        .map(proof ->
                                new Lesson(titles.computeIfAbsent(proof.lesson(), slug -> title(slug, locale)), proof))
                        .toList(),
                mentoring.published(trainee));
    }

    private static Optional<ChosenPath> chosen(Progress progress, Locale locale) {
        return progress.path().map(path -> new ChosenPath(path.title().in(locale), progress.done(), progress.left()));
    }

    private String consentChecker(Enrolment enrolment) {
        return Optional.ofNullable(enrolment.consentCheckedBy)
                .flatMap(person ->
                        Optional.ofNullable(people.names(List.of(person)).get(person)))
                .orElse("");
    }

    /** Also of a lesson that is taught no more. */
    private String title(String lesson, Locale locale) {
        return curriculum
                .lastTaught(lesson)
                .map(known -> known.title().in(locale))
                .orElse(lesson);
    }

    private static Step step(UUID cohort, Milestone milestone) {
        StageChange change = milestone.fact();
        return new Step(
                change.stage(),
                change.change() == StageChange.Change.LOST,
                change.at(),
                milestone.recordedAt,
                change.evidence(),
                change.evidence().page(cohort, milestone.trainee),
                change.reason());
    }
}
