package org.tianbo.mentoring.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.mentoring.review.SampleReviews.FIVE_MINUTES;

import org.junit.jupiter.api.Test;
import org.tianbo.mentoring.review.SampleReviews;

class MomentTest {

    @Test
    void aSpansClipIsTheSpan() {
        Moment.Clip clip = SampleReviews.span(66_000, 90_000).clip(FIVE_MINUTES);

        assertThat(clip).isEqualTo(new Moment.Clip(66_000, 90_000));
        assertThat(clip.fragment()).isEqualTo("66.0,90.0");
    }

    @Test
    void aPointsClipBeginsABreathEarlierAndStaysOnTheRecording() {
        assertThat(SampleReviews.good("opening", 60_000).clip(FIVE_MINUTES)).isEqualTo(new Moment.Clip(58_000, 68_000));
        assertThat(SampleReviews.good("opening", 500).clip(FIVE_MINUTES)).isEqualTo(new Moment.Clip(0, 8_500));
        assertThat(SampleReviews.good("opening", 299_000).clip(FIVE_MINUTES))
                .isEqualTo(new Moment.Clip(297_000, FIVE_MINUTES));
    }
}
