package org.tianbo.practice.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tianbo.platform.error.Refused;
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
 * @param playlist of them
 */
record LiveSnapshot(LiveState state, Guests guests, List<LiveSegment> segments, String playlist) {

    /**
     * What changes with the number of the last event.
     *
     * @param removed viewers who were sent away
     * @param events the newest, in their order
     */
    record Guests(Map<UUID, Invitation> invitations, Set<UUID> removed, List<LiveEvent.Stored> events) {}

    /** Segments come every two seconds; after so long without one the host's phone sends nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    private static final int KEPT = 2 * Playlist.SHOWN;

    /** A live that nothing is known of yet. @param segments the newest there are */
    static LiveSnapshot first(LiveState state, Guests guests, List<LiveSegment> segments) {
        List<LiveSegment> newest = newest(segments);
        return new LiveSnapshot(state, guests, newest, playlist(state, newest));
    }

    /** The same live later. @param more segments behind those known here */
    LiveSnapshot renewed(LiveState now, Guests itsGuests, List<LiveSegment> more) {
        boolean sameList = more.isEmpty() && (now.finishedAt() == null) == (state.finishedAt() == null);
        if (sameList) {
            return new LiveSnapshot(now, itsGuests, segments, playlist);
        }
        List<LiveSegment> newest =
                newest(Stream.concat(segments.stream(), more.stream()).toList());
        return new LiveSnapshot(now, itsGuests, newest, playlist(now, newest));
    }

    private static List<LiveSegment> newest(List<LiveSegment> segments) {
        return List.copyOf(segments.subList(Math.max(0, segments.size() - KEPT), segments.size()));
    }

    private static String playlist(LiveState state, List<LiveSegment> segments) {
        return Playlist.of(
                segments.subList(Math.max(0, segments.size() - Playlist.SHOWN), segments.size()),
                state.finishedAt() != null);
    }

    /** The number of the first segment that is not known here. */
    long nextSegment() {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).number() + 1;
    }

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

    /** @throws Refused when the invitation does not hold, or the viewer was sent away */
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
