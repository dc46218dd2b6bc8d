package org.tianbo.film.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebVttTest {

    private static final Duration LENGTH = Duration.ofSeconds(60);

    @Test
    void whatIsReadIsWrittenAnewWithoutNotesAndSettings() {
        WebVtt captions = WebVtt.read(
                "\uFEFFWEBVTT kind\r\nby: us\r\n\r\nNOTE a word\r\nof two lines\r\n\r\nfirst\r\n00:01.000 --> 00:03.500"
                        + " align:start\r\n大家好\r\n欢迎\r\n\r\n\r\n0:00:04.000 --> 00:00:05.000\r\n今天说米\r\n",
                LENGTH);
        assertThat(captions.faults()).isEmpty();
        assertThat(captions.written())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n大家好\n欢迎\n\n"
                        + "00:00:04.000 --> 00:00:05.000\n今天说米\n");
    }

    @Test
    void timesOfSubRipAreUnderstood() {
        assertThat(WebVtt.read("WEBVTT\n\n1\n00:00:01,000 --> 00:00:02,000\n好\n", LENGTH)
                        .cues())
                .containsExactly(new Cue(1000, 2000, "好"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    大家好                                                              | 1 | HEADER
                    WEBVTT;;第一句                                                       | 3 | TIME
                    WEBVTT;;00:01 --> 00:02;好                                          | 3 | TIME
                    WEBVTT;;00:03.000 --> 00:02.000;好                                  | 3 | BACKWARDS
                    WEBVTT;;00:61.000 --> 01:02.000;好                                  | 3 | BEYOND
                    WEBVTT;;00:05.000 --> 00:06.000;好;;00:04.000 --> 00:05.000;再        | 6 | ORDER
                    WEBVTT;;00:01.000 --> 00:02.000;好;00:02.000 --> 00:03.000;再        | 5 | TIME
                    WEBVTT;;00:01.000 --> 00:02.000;从这里 --> 那里                         | 4 | TIME
                    WEBVTT;;7;00:05.000 --> 00:06.000                                   | 4 | EMPTY
                    """)
    void aFaultNamesItsLine(String text, int line, CaptionFault.Kind kind) {
        assertThat(WebVtt.read(text.replace(';', '\n'), LENGTH).faults()).containsExactly(new CaptionFault(line, kind));
    }

    @Test
    void aCaptionLongerThanAScreenIsNamed() {
        String text = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "长".repeat(WebVtt.LONGEST + 1);
        assertThat(WebVtt.read(text, LENGTH).faults()).containsExactly(new CaptionFault(4, CaptionFault.Kind.LONG));
    }
}
