package org.tianbo.film.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlayTimeTest {

    @ParameterizedTest
    @CsvSource({"1:05, 65", "1：05, 65", "0:07, 7", "65, 65", "' 12:34 ', 754"})
    void aTimeIsReadAsPeopleWriteIt(String written, int seconds) {
        assertThat(PlayTime.seconds(written)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1:75", "-5", "1:2:3", "1.5", "99999999999"})
    void whatIsNoTimeIsNotGuessed(String written) {
        assertThat(PlayTime.seconds(written)).isEmpty();
    }
}
