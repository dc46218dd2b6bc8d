package org.tianbo.practice.hls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a take is copied for viewers, and what is encoded. */
class LiveEncoderTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "h264, aac, copy, copy",
        "h264, opus, copy, aac",
        "vp8, opus, libx264, aac",
        "vp9, aac, libx264, copy",
        "av1, opus, libx264, aac",
    })
    void whatPlayersReadIsCopiedAndTheRestIsEncodedInSegmentsOfTwoSeconds(
            String picture, String sound, String pictureBy, String soundBy) {
        String options = options(new LiveEncoder.Streams(picture, 480, 854, sound));
        assertThat(options)
                .contains("-c:v " + pictureBy, "-c:a " + soundBy)
                .contains("-hls_time 2", "-hls_segment_type fmp4");
        // Without a key frame every two seconds a segment would be longer; what is copied has those of the phone.
        assertThat(options.contains("-force_key_frames expr:gte(t,n_forced*2)")).isEqualTo(!pictureBy.equals("copy"));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 854, 480", "1080, 1920, 480, 854", "640, 480, 640, 480", "101, 75, 102, 76"})
    void whatIsEncodedIsNoLargerThanAPhoneShows(int width, int height, int madeWidth, int madeHeight) {
        assertThat(options(new LiveEncoder.Streams("vp8", width, height, "")))
                .contains("scale=w=%d:h=%d:".formatted(madeWidth, madeHeight))
                .doesNotContain("-c:a");
    }

    @Test
    void aPictureThatChangesItsShapeOnTheWayIsEncodedInOne() {
        assertThat(options(new LiveEncoder.Streams("h264", 854, 480, "aac"), false))
                .contains("-c:v libx264", "pad=854:480", "-c:a copy");
    }

    /** Bytes of other pictures and of sound may look like a set by chance, or be made to. */
    @Test
    void onlyH264HasAShapeThatAnotherMayFollow() {
        byte[] set = PictureShapesTest.set(30, 20, 15);
        assertThat(LiveEncoder.shapes(new LiveEncoder.Streams("h264", 320, 240, "aac"), set))
                .containsExactly("20x15");
        for (String picture : new String[] {"vp8", "vp9", ""}) {
            assertThat(LiveEncoder.shapes(new LiveEncoder.Streams(picture, 320, 240, "opus"), set))
                    .isEmpty();
        }
    }

    private static String options(LiveEncoder.Streams streams) {
        return options(streams, true);
    }

    private static String options(LiveEncoder.Streams streams, boolean copied) {
        return String.join(" ", LiveEncoder.options(streams, copied, LiveEncoder.WAVE_OF_THE_TAKE));
    }
}
