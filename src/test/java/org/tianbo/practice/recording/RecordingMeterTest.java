package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.MeasuredSpan;
import org.tianbo.practice.MeasuredSpan.Kind;
import org.tianbo.practice.PracticeSettingsTest;
import org.tianbo.testsupport.SetByCounty;

/** One pass of the real ffmpeg over films that are silent, dark, frozen and blurred where the test says so. */
class RecordingMeterTest {

    private static final int SECONDS = 40;

    /** Covered from 4 to 8 (so it stands still, too), dim from 11 to 15, blurred from 18 to 23. */
    private static final String PICTURE = "testsrc2=size=480x270:rate=10:duration=40,"
            + "drawbox=color=black:t=fill:enable='between(t,4,7.99)',"
            + "lutyuv=y='16+(val-16)*0.3':enable='between(t,11,14.99)',"
            + "gblur=sigma=8:enable='between(t,18,22.99)'";

    /** Silent from 25 to 33. */
    private static final String SOUND =
            "sine=frequency=300:duration=40,volume=volume=0:enable='between(t,25,33)':eval=frame";

    private static final Ffmpeg FFMPEG = PackedFfmpeg.withDefaults();

    @TempDir
    static Path folder;

    private static Path video;

    @BeforeAll
    static void film() {
        PackedFfmpeg.make(
                folder,
                "recording.mp4",
                " -f lavfi -i %s -f lavfi -i %s -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -ar 48000"
                        .formatted(PICTURE, SOUND));
        video = folder.resolve("recording.mp4");
    }

    @Test
    void onePassFindsWhereItIsSilentDarkCoveredFrozenAndBlurred() {
        Measurement measured = measure(Map.of());

        assertSpan(measured, Kind.SILENT, 25_000, 33_000);
        assertSpan(measured, Kind.BLACK, 4_000, 8_000);
        assertSpan(measured, Kind.FROZEN, 4_000, 8_000);
        assertSpan(measured, Kind.BLURRED, 18_000, 23_000);
        assertThat(of(measured, Kind.DARK)).hasSize(2);
        assertThat(of(measured, Kind.DARK).get(1).fromMs()).isCloseTo(11_000L, within(600L));
        assertThat(measured.meanVolumeDb()).isCloseTo(-22.0, within(2.0));
        assertThat(measured.loudness()).isCloseTo(-21.5, within(3.0));
        assertThat(measured.sharpness()).isBetween(10.0, 100.0);
    }

    @Test
    void aCountySaysWhatIsTooLongASilence() {
        Map<String, String> patient = Map.of("practice.sound", "silence-from=20");

        assertThat(of(measure(patient), Kind.SILENT)).isEmpty();
        assertThat(of(measure(Map.of()), Kind.SILENT)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsMeasuredByNothing() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.mp4"), "no film");

        assertThat(MeterWithDefaults.of(FFMPEG)
                        .measure(broken, 1_000, FFMPEG.ceilings().ofLength(Duration.ofSeconds(1)), true))
                .isEqualTo(Measurement.NOTHING);
    }

    @Test
    void aPictureWithoutAnyEdgeSaysNothingOfHowSharpTheOthersAre() {
        FilterLog log = FilterLog.parse(List.of("pts_time:1", "lavfi.blur=-nan", "pts_time:1.5", "lavfi.blur=4"));

        assertThat(log.average("lavfi.blur")).hasValue(4);
    }

    @Test
    void aSpanThatIsStillOpenReachesToTheEnd() {
        FilterLog log = FilterLog.parse(List.of("frame:3  pts:3  pts_time:30.2", "lavfi.silence_start=25.5"));

        assertThat(log.between("lavfi.silence_start", "lavfi.silence_end", Kind.SILENT, 40_000))
                .containsExactly(new MeasuredSpan(Kind.SILENT, 25_500, 40_000));
    }

    private static Measurement measure(Map<String, String> settings) {
        return new RecordingMeter(FFMPEG, PracticeSettingsTest.settings(new SetByCounty(settings)))
                .measure(video, SECONDS * 1_000L, FFMPEG.ceilings().ofLength(Duration.ofSeconds(SECONDS)), true);
    }

    private static List<MeasuredSpan> of(Measurement measured, Kind kind) {
        return measured.spans().stream().filter(span -> span.kind() == kind).toList();
    }

    private static void assertSpan(Measurement measured, Kind kind, long fromMs, long toMs) {
        assertThat(of(measured, kind)).as("%s", kind).singleElement().satisfies(span -> {
            assertThat(span.fromMs()).isCloseTo(fromMs, within(600L));
            assertThat(span.toMs()).isCloseTo(toMs, within(600L));
        });
    }
}
