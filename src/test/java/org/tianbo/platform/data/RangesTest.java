package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

    @Test
    void neighboursBecomeOneRange() {
        assertThat(text(Ranges.of(IntStream.of(7, 1, 0, 2, 1, 9, 10)))).isEqualTo("0-2 7-7 9-10");
        assertThat(Ranges.of(IntStream.empty())).isEmpty();
    }

    @ParameterizedTest(name = "{1} of the first {0}: missing {2}, beyond {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "6, 0-0 3-4, 1-2 5-5, -",
                "2, 0-2, -, 2-2",
                "3, -, 0-2, -",
                "1, 5-9, 0-0, 5-9",
                "4, 2-2 3-7 9-9, 0-1, 4-7 9-9",
                "2000000000, 0-0, 1-1999999999, -",
            })
    void whatIsMissingAndWhatIsBeyondIsFoundWithoutCounting(int count, String there, String missing, String beyond) {
        assertThat(text(Ranges.missing(count, ranges(there)))).isEqualTo(missing == null ? "" : missing);
        assertThat(text(Ranges.beyond(count, ranges(there)))).isEqualTo(beyond == null ? "" : beyond);
    }

    private static List<int[]> ranges(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(" "))
                        .map(range -> range.split("-"))
                        .map(ends -> new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])})
                        .toList();
    }

    private static String text(List<int[]> ranges) {
        return String.join(
                " ", ranges.stream().map(range -> range[0] + "-" + range[1]).toList());
    }
}
