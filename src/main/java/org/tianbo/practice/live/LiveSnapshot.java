package org.tianbo.practice.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.practice.hls.LiveRepository.LiveState;
import org.tianbo.practice.hls.LiveSegment;
import org.tianbo.practice.hls.Playlist;

/**
 * What a replica knows of one live, so that viewers' many small requests cost no look into the database.
 *
 * @param segments the newest, in their order, some behind those that are listed
 */
record LiveSnapshot(LiveState state, Map<UUID, Invitation> invitations, List<LiveSegment> segments) {

    /** Segments come every two seconds; after so long without one the host's phone sends nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    /** What viewers are told of it. */
    enum Phase {
        WAITING,
        STARTING,
        ON_AIR,
        AWAY,
        TROUBLED,
        ENDED;

        /** As pages know it. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Phase phase(Instant now) {
        if (state.finishedAt() != null) {
            return Phase.ENDED;
        }
        if (state.troubled()) {
            return Phase.TROUBLED;
        }
        if (segments.isEmpty()) {
            return state.begun() ? Phase.STARTING : Phase.WAITING;
        }
        Instant newest = segments.get(segments.size() - 1).madeAt();
        return newest.plus(SILENCE).isBefore(now) ? Phase.AWAY : Phase.ON_AIR;
    }

    /** @throws LiveRefused when this invitation does not hold */
    void check(UUID invitation, Instant now) {
        Optional.ofNullable(invitations.get(invitation))
                .orElseThrow(LiveRefused::unknownLink)
                .check(state.finishedAt(), now);
    }

    String playlist() {
        return Playlist.of(
                segments.subList(Math.max(0, segments.size() - Playlist.SHOWN), segments.size()),
                state.finishedAt() != null);
    }

    Optional<String> segmentKey(long number) {
        return segments.stream()
                .filter(segment -> segment.number() == number)
                .map(LiveSegment::key)
                .findFirst();
    }

    Optional<String> initKey(int run) {
        return segments.stream()
                .filter(segment -> segment.run() == run)
                .map(LiveSegment::initKey)
                .findFirst();
    }
}
