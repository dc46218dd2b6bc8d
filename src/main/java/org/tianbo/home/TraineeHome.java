package org.tianbo.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.learning.Progress;
import org.tianbo.learning.Sizes;
import org.tianbo.mentoring.ReviewSummary;
import org.tianbo.platform.time.Zones;
import org.tianbo.practice.AttemptItem;

/**
 * What a trainee's home shows.
 *
 * @param steps today's one thing, and what comes after it: what was done without a network, a phone passes over by
 *     itself
 * @param rehearsed whether anything was recorded
 * @param earns whether the store has sold anything
 * @param path title of the way through the lessons that was chosen; empty for all lessons
 * @param pathDone whether all lessons of that way are finished, and others are not
 * @param done lessons finished on that way
 * @param lessonsLeft slugs of those not finished yet; once the way is done, of the others
 * @param booked the rehearsal that is booked next
 * @param feedback addresses of what mentors said last
 * @param failed the attempt that was handed in and could not be prepared, so that no mentor sees it
 */
record TraineeHome(
        Daytime daytime,
        List<RoadStep.StepState> roadSteps,
        List<Today> steps,
        boolean begun,
        boolean rehearsed,
        boolean earns,
        String path,
        boolean pathDone,
        long done,
        List<String> lessonsLeft,
        int unread,
        List<String> feedback,
        Optional<UUID> failed,
        Optional<AttemptItem> booked) {

    /** What is read again where there is no network. */
    private static final int KEPT_FEEDBACK = 3;

    /** More than anybody does in a day. */
    private static final int MOST_STEPS = 12;

    enum Daytime {
        MORNING,
        NOON,
        AFTERNOON,
        EVENING;

        static Daytime at(int hour) {
            if (hour >= 5 && hour < 11) {
                return MORNING;
            }
            if (hour >= 11 && hour < 13) {
                return NOON;
            }
            return hour >= 13 && hour < 18 ? AFTERNOON : EVENING;
        }
    }

    /**
     * Today's one thing, in the reader's words.
     *
     * @param prefetch addresses to be fetched ahead, so that it can be done without network
     * @param done the record by which a phone tells that it is done, as {@code type id}; empty where no record does
     */
    record Today(
            NextStep.Kind kind,
            String title,
            String idea,
            int minutes,
            String size,
            String address,
            String prefetch,
            String done) {

        static Today of(NextStep step, Locale locale) {
            if (step.feedback().isPresent()) {
                UUID attempt = step.feedback().get().attempt();
                String address = feedbackOn(attempt);
                String title = step.feedback().get().title();
                return new Today(step.kind(), title, "", 0, "", address, address, "feedback.read " + attempt);
            }
            return step.lesson()
                    .map(lesson -> {
                        String page = "/learn/" + lesson.course() + "/" + lesson.slug();
                        return new Today(
                                step.kind(),
                                lesson.title().in(locale),
                                lesson.idea().in(locale),
                                lesson.minutes(),
                                Sizes.of(lesson.bytes().in(locale)),
                                step.kind() == NextStep.Kind.QUIZ ? page + "/quiz" : page,
                                page + " " + page + "/quiz",
                                (step.kind() == NextStep.Kind.QUIZ ? "quiz.submitted " : "lesson.completed ")
                                        + lesson.slug());
                    })
                    .orElseGet(() -> step.kind() == NextStep.Kind.STORE
                            ? new Today(step.kind(), "", "", 0, "", "/my-store", "", "")
                            : new Today(step.kind(), "", "", 0, "", "/practice/new", "", ""));
        }
    }

    static TraineeHome of(TraineeSnapshot snapshot, Instant now, Locale locale) {
        ZonedDateTime here = now.atZone(Zones.SHANGHAI);
        Progress progress = snapshot.progress();
        boolean pathDone = progress.left() == 0 && !progress.allSlugsLeft().isEmpty();
        return new TraineeHome(
                Daytime.at(here.getHour()),
                RoadStep.steps(snapshot.reached()),
                steps(snapshot, now, locale),
                !snapshot.attempts().isEmpty(),
                snapshot.rehearsed(),
                snapshot.earns(),
                progress.path().map(path -> path.title().in(locale)).orElse(""),
                pathDone,
                progress.done(),
                pathDone ? progress.allSlugsLeft() : progress.slugsLeft(),
                snapshot.unreadCount(),
                lastFeedback(snapshot.reviews()),
                snapshot.failedHandIn(),
                snapshot.attempts().stream()
                        .filter(attempt -> attempt.isBooked(now))
                        .min(Comparator.comparing(AttemptItem::bookedFor)));
    }

    private static List<Today> steps(TraineeSnapshot snapshot, Instant now, Locale locale) {
        LocalDate today = LocalDate.ofInstant(now, Zones.SHANGHAI);
        List<Today> steps = new ArrayList<>();
        TraineeSnapshot then = snapshot;
        while (steps.size() < MOST_STEPS) {
            NextStep step = NextStep.of(then, today);
            steps.add(Today.of(step, locale));
            if (step.lesson().isEmpty() && step.feedback().isEmpty()) {
                break;
            }
            then = then.after(step, now);
        }
        return List.copyOf(steps);
    }

    private static List<String> lastFeedback(List<ReviewSummary> reviews) {
        return reviews.stream()
                .skip(Math.max(0, reviews.size() - KEPT_FEEDBACK))
                .map(review -> feedbackOn(review.attempt()))
                .toList();
    }

    private static String feedbackOn(UUID attempt) {
        return "/practice/" + attempt + "/feedback";
    }

    public long left() {
        return lessonsLeft.size();
    }
}
