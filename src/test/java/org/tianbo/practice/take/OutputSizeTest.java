package org.tianbo.practice.take;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputSizeTest {

    @ParameterizedTest
    @CsvSource({
        "1920,1080,854,480",
        "1080,1920,480,854",
        "640,480,640,480",
        "500,500,480,480",
        "176,144,586,480",
        "721,1279,480,852"
    })
    void theShortSideIs480AndBothSidesAreEven(int width, int height, int outputWidth, int outputHeight) {
        assertThat(OutputSize.of(width, height)).isEqualTo(new OutputSize(outputWidth, outputHeight));
    }
}
