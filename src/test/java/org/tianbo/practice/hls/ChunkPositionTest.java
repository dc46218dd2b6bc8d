package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.practice.upload.ChunkRepository.Span;
import org.tianbo.practice.upload.LiveCopyRepository.CopySpan;

/** Which chunk is shown next, where a take comes in beside small copies of its stretches. */
class ChunkPositionTest {

    private static final List<CopySpan> NO_COPY = List.of();

    @Test
    void aTakeThatDoesNotComeIsShownByItsCopy() {
        assertThat(new ChunkPosition(1, 9, 0)
                        .instead(8, List.of(new Span(1, 0, 8)), List.of(new CopySpan(1, 1, 0, 2, 11))))
                .contains(new ChunkPosition(1, 1, 0, 0));
    }

    @Test
    void withoutACopyTheTakeIsWaitedFor() {
        assertThat(new ChunkPosition(1, 9, 0).instead(8, List.of(new Span(1, 0, 8)), NO_COPY))
                .isEmpty();
    }

    @Test
    void whatComesLateOfTheTakeDoesNotEndItsCopy() {
        ChunkPosition inCopy = new ChunkPosition(1, 1, 12, 0);
        assertThat(inCopy.instead(20, List.of(new Span(1, 0, 14)), NO_COPY)).isEmpty();
    }

    @Test
    void theTakeIsShownAgainFromWhereItsCopyEnds() {
        ChunkPosition inCopy = new ChunkPosition(1, 1, 12, 0);
        assertThat(inCopy.instead(20, List.of(new Span(1, 0, 22)), NO_COPY)).contains(new ChunkPosition(1, 21, 0));
        assertThat(inCopy.instead(20, List.of(new Span(1, 0, 20), new Span(2, 0, 1)), NO_COPY))
                .contains(new ChunkPosition(2, 0, 0));
    }

    @Test
    void aTakeWhoseHeaderIsNotHereCannotBeShown() {
        ChunkPosition inCopy = new ChunkPosition(1, 1, 12, 0);
        assertThat(inCopy.instead(20, List.of(new Span(2, 3, 4)), NO_COPY)).isEmpty();
    }

    @Test
    void ofALaterCopyAndTheTakeTheOneThatReachesFartherIsShown() {
        ChunkPosition inCopy = new ChunkPosition(1, 1, 12, 0);
        List<CopySpan> later = List.of(new CopySpan(1, 2, 0, 3, 25));
        assertThat(inCopy.instead(20, List.of(new Span(1, 0, 25)), later)).contains(new ChunkPosition(1, 21, 0));
        assertThat(inCopy.instead(20, List.of(new Span(1, 0, 24)), later)).contains(new ChunkPosition(1, 2, 0, 0));
        assertThat(inCopy.instead(20, List.of(), List.of(new CopySpan(2, 1, 0, 30, 30))))
                .as("far behind, at the newest chunks")
                .contains(new ChunkPosition(2, 1, 28, 0));
    }

    @Test
    void aHoleInACopyIsNoReasonToLeaveIt() {
        ChunkPosition inCopy = new ChunkPosition(1, 1, 12, 0);
        assertThat(inCopy.instead(20, List.of(), List.of(new CopySpan(1, 1, 13, 14, 22))))
                .isEmpty();
    }

    @Test
    void whoBeginsToWatchIsShownWhatReachesFarthest() {
        List<Span> take = List.of(new Span(1, 0, 8));
        assertThat(ChunkPosition.newest(take, List.of(new CopySpan(1, 1, 0, 5, 13))))
                .contains(new ChunkPosition(1, 1, 3, 0));
        assertThat(ChunkPosition.newest(take, List.of(new CopySpan(1, 1, 0, 1, 7))))
                .contains(new ChunkPosition(1, 6, 0));
        assertThat(ChunkPosition.newest(List.of(), List.of(new CopySpan(1, 1, 0, 0, 0))))
                .contains(new ChunkPosition(1, 1, 0, 0));
        assertThat(ChunkPosition.newest(List.of(), NO_COPY)).isEmpty();
    }
}
