package org.tianbo.learning.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.learning.LearningConfig;
import org.tianbo.learning.LearningProgress;
import org.tianbo.learning.LessonProof;
import org.tianbo.learning.Progress;
import org.tianbo.learning.progress.LessonProgressTable.Learned;
import org.tianbo.learning.sync.SyncRecords;
import org.tianbo.platform.security.CurrentCounty;

/** What the county's trainees have learned. Each question is one query. */
@ApplicationScoped
public class Learning implements LearningProgress {

    private final Curriculum curriculum;
    private final LessonProgressTable table;
    private final DoneLessons done;
    private final OpenedVersions opened;
    private final SyncRecords records;
    private final LearningConfig config;
    private final CurrentCounty currentCounty;

    Learning(
            Curriculum curriculum,
            LessonProgressTable table,
            DoneLessons done,
            OpenedVersions opened,
            SyncRecords records,
            LearningConfig config,
            CurrentCounty currentCounty) {
        this.curriculum = curriculum;
        this.table = table;
        this.done = done;
        this.opened = opened;
        this.records = records;
        this.config = config;
        this.currentCounty = currentCounty;
    }

    /** Slugs of the lessons the trainee has finished, also of those that are no longer taught. */
    public Set<String> lessonsDone(UUID trainee) {
        return of(trainee).lessons().entrySet().stream()
                .filter(entry -> entry.getValue().doneAt() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Progress progress(UUID trainee) {
        return progress(curriculum.courses(), of(trainee));
    }

    @Override
    @Transactional
    public Map<UUID, Progress> progress(Collection<UUID> trainees) {
        List<CourseView> courses = curriculum.courses();
        Map<UUID, Learned> learned = trainees.isEmpty() ? Map.of() : this.table.of(currentCounty.id(), trainees);
        return trainees.stream()
                .distinct()
                .collect(Collectors.toMap(
                        trainee -> trainee,
                        trainee -> progress(courses, learned.getOrDefault(trainee, Learned.NOTHING))));
    }

    /** A path that is offered no more is none. */
    private Progress progress(List<CourseView> courses, Learned learned) {
        return new Progress(
                courses.stream()
                        .map(course -> new Progress.OfCourse(course, lessons(course, learned.lessons())))
                        .toList(),
                learned.path().isEmpty() ? Optional.empty() : curriculum.paths().find(learned.path()));
    }

    /** Whether the trainee has passed the quiz of each of these lessons, in whichever version it was asked. */
    public boolean quizzesPassed(UUID trainee, Collection<String> lessons) {
        Map<String, LessonProgress> byLesson = of(trainee).lessons();
        return lessons.stream()
                .allMatch(lesson ->
                        byLesson.getOrDefault(lesson, LessonProgress.NONE).passedAt() != null);
    }

    @Override
    @Transactional
    public List<LessonProof> proofs(UUID trainee) {
        return flagged(records.proofs(currentCounty.id(), List.of(trainee)).getOrDefault(trainee, List.of()));
    }

    @Override
    @Transactional
    public Map<UUID, Long> hurried(Collection<UUID> trainees) {
        Map<UUID, Long> hurried = new HashMap<>();
        records.proofs(currentCounty.id(), trainees).forEach((trainee, proofs) -> {
            long lessons = flagged(proofs).stream()
                    .filter(LessonProof::hurried)
                    .map(LessonProof::lesson)
                    .distinct()
                    .count();
            if (lessons > 0) {
                hurried.put(trainee, lessons);
            }
        });
        return hurried;
    }

    private List<LessonProof> flagged(List<LessonProof> proofs) {
        Set<UUID> hurried = new LessonPace(config.shortestLesson()).hurried(proofs);
        return proofs.stream()
                .map(proof -> hurried.contains(proof.record()) ? proof.flagged() : proof)
                .toList();
    }

    @Override
    @Transactional
    public Map<UUID, Instant> lastRecorded(Collection<UUID> trainees) {
        return records.last(currentCounty.id(), trainees);
    }

    @Override
    public Set<UUID> feedbackRead(UUID trainee) {
        return records.attemptsOfFeedbackRead(currentCounty.id(), trainee);
    }

    @Override
    public Map<String, Readers> readersByVersion(String lesson) {
        return opened.byVersion(lesson);
    }

    @Override
    public List<Reader> readers(String lesson, String version, UUID after, int most) {
        return opened.readers(lesson, version, after == null ? new UUID(0, 0) : after, most);
    }

    /** Whether the trainee has finished the lesson. */
    public boolean isDone(UUID trainee, String lesson) {
        return done.contains(trainee, lesson);
    }

    private Learned of(UUID trainee) {
        return table.of(currentCounty.id(), trainee);
    }

    private static List<Progress.OfLesson> lessons(CourseView course, Map<String, LessonProgress> byLesson) {
        return course.lessons().stream()
                .map(lesson -> lesson(lesson, byLesson.getOrDefault(lesson.slug(), LessonProgress.NONE)))
                .toList();
    }

    private static Progress.OfLesson lesson(LessonSummary lesson, LessonProgress progress) {
        return new Progress.OfLesson(lesson, progress.doneAt(), progress.best(), progress.passedAt() != null);
    }
}
