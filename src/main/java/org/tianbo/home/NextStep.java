package org.tianbo.home;

import java.time.LocalDate;
import java.util.Optional;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.learning.Progress;
import org.tianbo.mentoring.ReviewSummary;

/**
 * The one thing to do today.
 *
 * @param lesson what to learn or to answer questions about, else empty
 * @param feedback what to open, else empty
 */
record NextStep(Kind kind, Optional<LessonSummary> lesson, Optional<ReviewSummary> feedback) {

    enum Kind {
        FEEDBACK,
        QUIZ,
        LESSON,
        STORE,
        PRACTISE
    }

    /**
     * What a mentor has said comes first, for the next rehearsal hangs on it; then what was begun: a lesson without its
     * quiz. Then a lesson a day while there are any, of the path first and then beside it, for the certificate asks for
     * all; who has had today's, or all of them, opens a store when certified, and practises otherwise.
     *
     * @param today in the county's zone
     */
    static NextStep of(TraineeSnapshot snapshot, LocalDate today) {
        Optional<ReviewSummary> unread = snapshot.unread();
        if (unread.isPresent()) {
            return new NextStep(Kind.FEEDBACK, Optional.empty(), unread);
        }
        Progress progress = snapshot.progress();
        Optional<Progress.OfLesson> quiz = progress.openQuiz();
        if (quiz.isPresent()) {
            return about(Kind.QUIZ, quiz.get());
        }
        Optional<Progress.OfLesson> next = progress.nextLesson().or(progress::nextBesideThePath);
        if (next.isPresent() && !progress.learnedOn(today)) {
            return about(Kind.LESSON, next.get());
        }
        Kind kind = snapshot.opensAStore() ? Kind.STORE : Kind.PRACTISE;
        return new NextStep(kind, Optional.empty(), Optional.empty());
    }

    private static NextStep about(Kind kind, Progress.OfLesson lesson) {
        return new NextStep(kind, Optional.of(lesson.lesson()), Optional.empty());
    }
}
