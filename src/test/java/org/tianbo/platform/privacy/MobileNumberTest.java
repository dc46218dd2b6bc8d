package org.tianbo.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.testsupport.SeededRandom;

class MobileNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19902224631",
                "199 0222-4631",
                "+8619902224631",
                "+86 199 0222 4631",
                "0086-19902224631",
                "8619902224631",
                "１９９０２２２４６３１",
                "（＋８６）19902224631",
                "19902224631.0",
                "\u300019902224631\u00A0"
            })
    void aNumberIsTheSameHoweverItWasTyped(String typed) {
        assertThat(MobileNumber.parse(typed)).contains(new MobileNumber("19902224631"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1990222463",
                "199022246311",
                "19902224631.5",
                "12902224631",
                "199****4631",
                "19902224631-0042",
                "0795-6422222",
                "无"
            })
    void whatIsCutMaskedLentOrNoMobileIsNone(String typed) {
        assertThat(MobileNumber.parse(typed)).isEmpty();
    }

    @Test
    void anyTextIsANumberOfElevenDigitsOrNone() {
        SeededRandom.aThousandTimes(random -> MobileNumber.parse(SeededRandom.text(random))
                .ifPresent(number -> assertThat(number.digits()).matches("1\\d{10}")));
    }
}
