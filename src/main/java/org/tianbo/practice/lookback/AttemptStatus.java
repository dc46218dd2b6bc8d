package org.tianbo.practice.lookback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.practice.Gap;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.ViewerComment;
import org.tianbo.practice.attempt.AttemptState;

/**
 * An attempt as the API tells it. What there is not yet is left out.
 *
 * @param recordedBy id of who recorded it on site for its trainee
 * @param bookedFor when its trainee means to rehearse
 * @param durationMs of the recording
 * @param failure code of the reason why there is no recording
 * @param triedUntil until when the machine goes on trying, where it was too busy so far to make the recording
 * @param copies absent until they are made; a strip shows pictures of the whole recording
 * @param audience what its scripted audience said and what came of it; absent for others than the host and mentors
 * @param plannedVsActual the steps of its plan; absent for the same
 * @param selfReview what the host says of it; absent for the same
 * @param keptUntil when what was sent will be deleted, unless the attempt is finished or sent on before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptStatus(
        UUID id,
        UUID trainee,
        UUID recordedBy,
        String title,
        String format,
        String runOfShow,
        List<String> products,
        AttemptState state,
        Instant createdAt,
        Instant bookedFor,
        Instant finishedAt,
        Instant handedInAt,
        String failure,
        Instant triedUntil,
        Instant keptUntil,
        Long durationMs,
        List<Gap> gaps,
        List<RecordingMarker> marks,
        ReadingsStatus readings,
        List<ViewerComment> audience,
        List<StepTaken> plannedVsActual,
        SelfReviewReport selfReview,
        List<Copy> copies,
        Links links) {

    /** @param kind {@code 480p} is the recording itself */
    record Copy(String kind, long bytes, URI link) {}

    /** Addresses that play for a while; asking again gives fresh ones. */
    record Links(URI video, URI poster) {}
}
