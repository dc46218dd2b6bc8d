package org.tianbo.practice.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.RecordingMarker;
import org.tianbo.practice.attempt.MarkerTime;
import org.tianbo.practice.attempt.PhoneReadings;
import org.tianbo.practice.attempt.PhoneTimes;
import org.tianbo.practice.attempt.TimeMarker;
import org.tianbo.practice.audience.AudienceRecords;
import org.tianbo.practice.audience.AudienceReport;

/**
 * What a complete attempt consists of, as its phone says.
 *
 * @param clock {@link #MONOTONIC} when every mark tells the recorded time of a take; null when all tell the phone's
 *     clock
 * @param audience what its scripted audience asked; null where nobody watched
 * @param readings what its phone heard; null where none listened
 */
@Schema(
        example = "{\"takes\": [{\"take\": 1, \"chunks\": 12, \"startedAt\": \"2026-06-18T12:14:00Z\","
                + " \"endedAt\": \"2026-06-18T12:14:24Z\"}],"
                + " \"clock\": \"monotonic\","
                + " \"marks\": [{\"at\": {\"take\": 1, \"ms\": 0}, \"kind\": \"step\", \"ref\": \"hook\"}],"
                + " \"readings\": {\"listenedMs\": 24000, \"speechMs\": 15400, \"syllables\": 62,"
                + " \"voiceOverNoiseDb\": 21.5, \"loudMs\": 0}}")
public record Finish(
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid TakeEnd> takes,
        @Size(max = 5000) List<@NotNull @Valid TimeMarker> marks,
        @Pattern(regexp = Finish.MONOTONIC) String clock,
        @Valid AudienceReport audience,
        @Valid PhoneReadings readings) {

    public static final String MONOTONIC = "monotonic";

    public Finish {
        marks = marks == null ? List.of() : marks;
    }

    /**
     * Refuses what cannot be, whatever is kept of the attempt.
     *
     * @throws Refused naming the field
     */
    void check() {
        Set<Integer> numbers = new HashSet<>();
        for (TakeEnd take : takes) {
            if (!numbers.add(take.take())) {
                throw FinishRefused.takeTwice();
            }
            take.check();
        }
        boolean recordedTime = MONOTONIC.equals(clock);
        for (TimeMarker marker : marks) {
            if (marker.kind().equals(RecordingMarker.MENTOR)) {
                throw FinishRefused.markerOfAMentor();
            }
            if (marker.at() instanceof MarkerTime.Recorded != recordedTime) {
                throw FinishRefused.markersOfAnotherClock();
            }
            if (marker.at() instanceof MarkerTime.Recorded at && !numbers.contains(at.take())) {
                throw FinishRefused.markerOfNoTake();
            }
        }
        long recordedMs = takes.stream().mapToLong(TakeEnd::lengthMs).sum();
        if (readings != null && !readings.fits(recordedMs, takes.size())) {
            throw FinishRefused.readingsImpossible();
        }
        if (audience != null) {
            audience.check(takes.stream().collect(Collectors.toMap(TakeEnd::take, TakeEnd::lengthMs)));
        }
    }

    /** The trainee's marks, and one where each viewer asked something. */
    List<TimeMarker> allMarkers() {
        Stream<TimeMarker> asked = audience == null
                ? Stream.of()
                : audience.asked().stream()
                        .map(one -> new TimeMarker(
                                new MarkerTime.Recorded(
                                        one.at().take(), one.at().ms()),
                                AudienceRecords.MARKER,
                                one.event()));
        return Stream.concat(marks.stream(), asked).toList();
    }

    /**
     * One unbroken run of the recorder.
     *
     * @param chunks how many there are, numbered from 0
     */
    public record TakeEnd(
            @Min(0) @Max(9999) int take,
            @Min(1) @Max(100_000) int chunks,
            @NotNull Instant startedAt,
            @NotNull Instant endedAt) {

        public TakeEnd {
            startedAt = startedAt == null ? null : startedAt.truncatedTo(ChronoUnit.MICROS);
            endedAt = endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MICROS);
        }

        private long lengthMs() {
            return Duration.between(startedAt, endedAt).toMillis();
        }

        private void check() {
            if (!PhoneTimes.isPossible(startedAt) || !PhoneTimes.isPossible(endedAt)) {
                throw FinishRefused.takeAtNoTime();
            }
            if (endedAt.isBefore(startedAt)) {
                throw FinishRefused.endsBeforeItStarts();
            }
            if (Duration.between(startedAt, endedAt).compareTo(PhoneTimes.LONGEST_TAKE) > 0) {
                throw FinishRefused.takeTooLong();
            }
        }
    }
}
