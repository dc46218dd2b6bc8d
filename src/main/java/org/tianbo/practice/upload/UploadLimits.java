package org.tianbo.practice.upload;

import java.time.Duration;
import java.util.Optional;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.platform.error.Refused;
import org.tianbo.practice.PracticeConfig;
import org.tianbo.practice.attempt.Attempt;
import org.tianbo.practice.upload.ChunkRepository.Place;

/**
 * What a phone can have made of one rehearsal. Recorders are asked for a chunk every two seconds and some cut oftener,
 * so one a second and one more for the end of each take are taken; a video of the gallery comes in far fewer.
 *
 * @param takes how many there may be, numbered up to here
 * @param chunks how many all takes may have together
 */
record UploadLimits(int takes, int chunks) {

    static UploadLimits of(Attempt attempt, Curriculum curriculum, PracticeConfig config) {
        Optional<RunOfShow> show = curriculum.runsOfShow().stream()
                .filter(one -> one.slug().equals(attempt.format))
                .findFirst();
        return of(show, attempt.plan().seconds(), config);
    }

    /**
     * @param show the run of show the rehearsal is one of; empty when its format has none
     * @param planned seconds of the run of show as its trainee changed it; 0 where it is followed as published
     */
    static UploadLimits of(Optional<RunOfShow> show, long planned, PracticeConfig config) {
        Duration longest = show.map(one -> Math.max(one.seconds(), planned))
                .map(seconds -> Duration.ofSeconds(seconds * config.timesItsRunOfShow()))
                .map(least -> least.compareTo(config.everyRecording()) < 0 ? config.everyRecording() : least)
                .filter(least -> least.compareTo(config.longestRecording()) < 0)
                .orElse(config.longestRecording());
        return new UploadLimits(config.mostTakes(), Math.toIntExact(longest.toSeconds()) + config.mostTakes());
    }

    /** @throws Refused when the chunk can be none of this rehearsal */
    void check(Place place) {
        if (place.take() > takes) {
            throw FinishRefused.tooManyTakes(takes);
        }
        if (place.seq() >= chunks) {
            throw FinishRefused.tooManyChunks(chunks);
        }
    }

    /** @throws Refused when the chunk can be of no copy of this rehearsal */
    void check(LiveCopyRepository.Place place, int beside) {
        check(new Place(place.attempt(), place.take(), Math.max(place.seq(), beside)));
        if (place.copy() > chunks) {
            throw FinishRefused.tooManyChunks(chunks);
        }
    }

    /** @throws Refused when all takes together have more */
    void checkCount(int stored) {
        if (stored > chunks) {
            throw FinishRefused.tooManyChunks(chunks);
        }
    }

    /** @throws Refused when a phone cannot have made so much */
    void check(Finish finish) {
        if (finish.takes().size() > takes || finish.takes().stream().anyMatch(take -> take.take() > takes)) {
            throw FinishRefused.tooManyTakes(takes);
        }
        if (finish.takes().stream().mapToLong(Finish.TakeEnd::chunks).sum() > chunks) {
            throw FinishRefused.tooManyChunks(chunks);
        }
    }
}
