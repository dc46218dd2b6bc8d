package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void neighboursBecomeOneRange() {
        assertThat(text(Ranges.of(IntStream.of(7, 1, 0, 2, 1, 9, 10)))).isEqualTo("0-2 7-7 9-10");
        assertThat(Ranges.of(IntStream.empty())).isEmpty();
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(text(Ranges.missing(6, Set.of(0, 3, 4)))).isEqualTo("1-2 5-5");
        assertThat(Ranges.missing(2, Set.of(0, 1, 2))).isEmpty();
    }

    private static String text(List<int[]> ranges) {
        return String.join(
                " ", ranges.stream().map(range -> range[0] + "-" + range[1]).toList());
    }
}
