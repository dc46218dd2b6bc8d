package org.tianbo.practice.lookback;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.RecordingEvent;
import org.tianbo.practice.SelfReview;
import org.tianbo.practice.ViewerComment;
import org.tianbo.practice.attempt.PhoneReadings;

/**
 * An attempt on its trainee's page.
 *
 * @param recordedBy name of who recorded it on site for its trainee; empty where the trainee did
 * @param goal what its trainee wants to do better
 * @param bookedFor when it is to be rehearsed, until something is recorded
 * @param handedIn whether its trainee wants it graded; while it is being prepared, no mentor can see it yet
 * @param failure code of the sentence that says why there is no recording, of one that failed
 * @param canBeRetried whether another try can end otherwise
 * @param tried until when the machine goes on trying, where it was too busy so far
 * @param comments what its scripted audience said, once there is a recording
 * @param steps of its plan beside what was done, once there is a recording
 * @param hidden whether its trainee does not want it in the list
 * @param selfReview what its host says of it
 * @param reported the same as its phone told it
 * @param awaitsPhone whether it was made of what had arrived, and its phone may still send the rest
 * @param awaited until when an unfinished attempt waits for more before it is made of what has arrived
 * @param until when what was sent will be deleted, of an attempt that failed
 * @param heard by the phone that recorded it, if that listened
 */
public record AttemptView(
        UUID id,
        String title,
        List<String> products,
        Optional<String> recordedBy,
        String state,
        Optional<String> goal,
        Instant createdAt,
        Optional<Instant> bookedFor,
        boolean handedIn,
        Optional<String> failure,
        boolean canBeRetried,
        Optional<Instant> tried,
        Optional<Instant> awaited,
        Optional<Instant> until,
        Optional<Playable> recording,
        List<ViewerComment> comments,
        List<StepTaken> steps,
        boolean hidden,
        SelfReview selfReview,
        SelfReviewReport reported,
        boolean awaitsPhone,
        Optional<PhoneReadings> heard) {

    public boolean canBeTakenBack() {
        return handedIn && (state.equals("processing") || state.equals("submitted"));
    }

    public boolean canBeDeleted() {
        return !handedIn || state.equals("failed");
    }

    /** Only what is done with leaves the list; the rest still has to be done. */
    public boolean canBeHidden() {
        return !hidden && (state.equals("ready") || state.equals("reviewed") || state.equals("failed"));
    }

    /** The day by which more has to come; empty where nothing is waited for. */
    public String awaitedUntil() {
        return awaited.map(DateTexts::day).orElse("");
    }

    /** The day on which what was sent will be deleted; empty where nothing is. */
    public String keptUntil() {
        return until.map(DateTexts::day).orElse("");
    }

    /** The day and minute until when the machine goes on trying; empty where nothing is in its way. */
    public String triedUntil() {
        return tried.map(DateTexts::minute).orElse("");
    }

    /** The day and minute it is booked for; empty for one that is not. */
    public String booked() {
        return bookedFor.map(DateTexts::minute).orElse("");
    }

    public String when() {
        return DateTexts.minute(createdAt);
    }

    /**
     * @param soundOnly whether it has no picture; its poster then shows where somebody speaks
     * @param choices the small copy first, where there is one
     * @param gaps only those a person would notice
     * @param lost what was recorded and could not be stored
     * @param spans where something was not as it should be
     * @param events beside what its host said
     * @param takes that it was made of, in their order
     * @param measured whether the server has listened to it and looked at it
     * @param inTheMaking whether something is still being made of it: its measures, or its copies
     */
    public record Playable(
            URI poster,
            boolean soundOnly,
            long durationMs,
            List<Choice> choices,
            List<Break> gaps,
            List<Break> lost,
            List<MeasuredSpan> spans,
            List<RecordingEvent> events,
            List<TakeLength> takes,
            boolean measured,
            boolean inTheMaking) {

        public String length() {
            return DateTexts.clock(Duration.ofMillis(durationMs));
        }

        /** What plays unless another is chosen: the small one, where there is one. */
        public Choice first() {
            return choices.get(0);
        }
    }

    /** One way to see or hear it. @param kind as the API names it */
    public record Choice(String kind, long bytes, URI link) {

        /** Never zero: it costs something. */
        public String mb() {
            return bytes < 1_000_000
                    ? String.format(Locale.ROOT, "%.1f", Math.max(0.1, bytes / 1e6))
                    : Long.toString(Math.round(bytes / 1e6));
        }
    }

    public record TakeLength(int take, long ms) {}

    public record Break(long atMs, long seconds) {

        public String at() {
            return DateTexts.clock(Duration.ofMillis(atMs));
        }
    }
}
