package org.tianbo.practice.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.hls.LiveRepository.LiveState;
import org.tianbo.practice.hls.LiveRepository.Name;
import org.tianbo.practice.hls.LiveSegment;
import org.tianbo.practice.hls.Playlist;
import org.tianbo.practice.live.LiveSnapshot.Guests;

class LiveSnapshotTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Name LIVE = new Name("county", UUID.randomUUID());
    private static final Guests NOBODY = new Guests(Map.of(), Set.of(), List.of());

    @Test
    void whatIsNewComesBehindWhatIsKnownAndTheOldestIsForgotten() {
        LiveSnapshot live = LiveSnapshot.first(state(3, null), NOBODY, segments(0, 3));
        assertThat(live.nextSegment()).isEqualTo(3);
        assertThat(live.playlist()).contains("segments/0.m4s", "segments/2.m4s");

        LiveSnapshot later = live.renewed(state(25, null), NOBODY, segments(3, 25));
        assertThat(later.nextSegment()).isEqualTo(25);
        assertThat(later.playlist()).contains("#EXT-X-MEDIA-SEQUENCE:15\n", "segments/24.m4s");
        assertThat(later.segments()).hasSize(2 * Playlist.SHOWN);
        assertThat(later.segmentKey(4)).isEmpty();
        assertThat(later.segmentKey(5)).contains("key-5");
    }

    @Test
    void theListIsMadeAnewOnlyWhereItChanges() {
        LiveSnapshot live = LiveSnapshot.first(state(3, null), NOBODY, segments(0, 3));
        assertThat(live.renewed(state(3, null), NOBODY, List.of()).playlist()).isSameAs(live.playlist());
        assertThat(live.renewed(state(3, NOW), NOBODY, List.of()).playlist()).endsWith("#EXT-X-ENDLIST\n");
    }

    private static LiveState state(long nextSegment, Instant finishedAt) {
        return new LiveState(LIVE, 0, nextSegment, false, finishedAt, true, 1);
    }

    private static List<LiveSegment> segments(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new LiveSegment(
                        number, 0, "key-" + number, "init", 2000, 1, number * 2000L, 0, number + 1, NOW, NOW))
                .toList();
    }
}
