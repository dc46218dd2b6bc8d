package org.tianbo.media.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1, bytes 0-0/1000",
        "bytes=0-499, 0, 500, bytes 0-499/1000",
        "bytes=500-, 500, 500, bytes 500-999/1000",
        "bytes=999-5000, 999, 1, bytes 999-999/1000",
        "bytes=-100, 900, 100, bytes 900-999/1000",
        "bytes=-5000, 0, 1000, bytes 0-999/1000",
    })
    void oneRangeIsCutToWhatThereIs(String header, long from, long length, String contentRange) {
        ByteRange range = ByteRange.of(header, 1000);
        assertThat(range.whole()).isFalse();
        assertThat(range.from()).isEqualTo(from);
        assertThat(range.length()).isEqualTo(length);
        assertThat(range.contentRange(1000)).isEqualTo(contentRange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void whatIsBehindTheEndCannotBeServed(String header) {
        ByteRange range = ByteRange.of(header, 1000);
        assertThat(range.satisfiable()).isFalse();
        assertThat(range.contentRange(1000)).isEqualTo("bytes */1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-2",
                "bytes=-",
                "bytes=0-1,5-9",
                "lines=0-5",
                "bytes=a-b",
                "bytes=99999999999999999999-",
                ""
            })
    void whatIsNotOneRangeMeansTheWhole(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(ByteRange.all(1000));
    }

    @Test
    void noHeaderMeansTheWhole() {
        assertThat(ByteRange.of(null, 0)).isEqualTo(new ByteRange(true, true, 0, 0));
    }
}
