package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingMarkerTest {

    @ParameterizedTest
    @CsvSource({
        "lost, 2:1600, 2",
        "lost, 2:500, 1",
        "lost, 2:400, 1",
        "lost, 2, ",
        "lost, 2:999999999, ",
        "lost, hook, ",
        "step, 2:1600, ",
    })
    void onlyWhatAPhoneSaysItLostIsLost(String kind, String ref, Long seconds) {
        assertThat(new RecordingMarker(0, kind, ref).lostSeconds().orElse(null)).isEqualTo(seconds);
    }
}
