package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
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

    @ParameterizedTest
    @CsvSource({
        "host-act, product-card:2, PRODUCT_CARD, 2",
        "host-act, pinned-comment:sweet, PINNED_COMMENT, 0",
        "host-act, coupon-drop, COUPON_DROP, 0",
        "host-act, stock-out:1, STOCK_OUT, 1",
        "host-act, order-wave:5, ORDER_WAVE, 5",
        "host-act, order-wave:99999, ORDER_WAVE, 0",
        "host-act, order-wave:<b>, ORDER_WAVE, 0",
        "microphone, gone, MICROPHONE_GONE, 0",
        "microphone, back, MICROPHONE_BACK, 0",
        "mentor, good, MENTOR_GOOD, 0",
        "mentor, look, MENTOR_LOOK, 0",
        "mentor, bad, , ",
        "microphone, product-card:1, , ",
        "host-act, fireworks:1, , ",
        "host-act, '', , ",
        "step, product-card:1, , ",
    })
    void whatTheHostDidAndWhatBecameOfTheMicrophoneIsKnown(
            String kind, String ref, RecordingEvent.Kind event, Integer number) {
        assertThat(new RecordingMarker(7, kind, ref).event())
                .isEqualTo(Optional.ofNullable(event).map(known -> new RecordingEvent(7, known, number)));
    }
}
