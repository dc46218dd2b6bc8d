package org.tianbo.practice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A handed-in recording as a mentor needs it.
 *
 * @param recordedBy name of who recorded it on site for the trainee; empty where the trainee did
 * @param runOfShow version of the run of show that was followed
 * @param facts what the trainee says of each product
 * @param steps those the trainee added to the run of show
 * @param goal what the trainee wanted to do better
 * @param gaps where it leaps; not to be held against the trainee
 * @param spans where something was not as it should be; for the trainee and the mentor alone
 * @param comments what its scripted audience said
 * @param selfReview what its host says of it
 * @param strip empty until it is made
 * @param inTheMaking whether its measures or its pictures are still being made
 * @param video link that plays for a while, signed anew each time this view is made
 */
public record RecordingView(
        UUID attempt,
        UUID trainee,
        Optional<String> recordedBy,
        String title,
        String format,
        Optional<String> runOfShow,
        List<String> products,
        List<Product> facts,
        List<OwnStep> steps,
        Optional<String> goal,
        Instant submittedAt,
        long durationMs,
        List<Gap> gaps,
        List<RecordingMarker> markers,
        List<ViewerComment> comments,
        Readings readings,
        List<MeasuredSpan> spans,
        SelfReview selfReview,
        URI video,
        URI poster,
        Optional<Strip> strip,
        boolean inTheMaking) {

    /** What the trainee says of a product; all but the name may be null. */
    public record Product(String name, String price, String weight, String origin) {}

    /** A step of the trainee's own. */
    public record OwnStep(String ref, String title) {}

    /** Pictures of the whole recording, in one file. */
    public record Strip(URI link, RecordingCopy.Strip pictures) {

        /** Of the whole file, in pixels. */
        public int wide() {
            return pictures.columns() * pictures.width();
        }

        public int high() {
            return pictures.rows() * pictures.height();
        }
    }
}
