package org.tianbo.practice.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.practice.hls.LiveRepository.LiveState;
import org.tianbo.practice.hls.LiveSegment;
import org.tianbo.practice.hls.Playlist;
import org.tianbo.practice.invitation.Invitation;
import org.tianbo.practice.invitation.InvitationRefused;
import org.tianbo.practice.live.Watching.Admitted;

/**
 * What a replica knows of one live, so that viewers' many small requests cost no look into the database.
 *
 * @param segments the newest, in their order, some behind those that are listed
 */
record LiveSnapshot(LiveState state, Guests guests, List<LiveSegment> segments) {

    /**
     * What changes with the number of the last event.
     *
     * @param removed viewers who were sent away
     * @param events the newest, in their order
     */
    record Guests(Map<UUID, Invitation> invitations, Set<UUID> removed, List<LiveEvent.Stored> events) {}

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

    /** @throws LiveRefused when the invitation does not hold, or the viewer was sent away */
    void check(Admitted viewer, Instant now) {
        Optional.ofNullable(guests.invitations().get(viewer.invitation()))
                .orElseThrow(InvitationRefused::unknownLink)
                .check(state.finishedAt(), now);
        if (guests.removed().contains(viewer.viewer())) {
            throw LiveRefused.removed();
        }
    }

    List<LiveEvent.Stored> events() {
        return guests.events();
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
