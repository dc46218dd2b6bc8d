package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tianbo.practice.recording.AssembledFilm.join;
import static org.tianbo.practice.recording.AssembledFilm.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Gap;

/** What can be read of a take is never lost for a detail. */
class RecordingAssemblerTest {

    private static final String TONE_AND_PICTURE =
            " -f lavfi -i testsrc2=size=160x120:rate=12:duration=%1$d -f lavfi -i sine=frequency=440:duration=%1$d "
                    + "-g 12 ";
    private static final String WEBM = "-c:v libvpx -deadline realtime -b:v 150k -c:a libopus -f webm -live 1";
    private static final String MP4 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac"
            + " -movflags frag_keyframe+empty_moov+default_base_moof";

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private AssembledFilm cutting;

    @BeforeAll
    static void takes() {
        for (int seconds : new int[] {3, 9}) {
            PackedFfmpeg.make(made, seconds + ".webm", TONE_AND_PICTURE.formatted(seconds) + WEBM);
            PackedFfmpeg.make(made, seconds + ".mp4", TONE_AND_PICTURE.formatted(seconds) + MP4);
        }
    }

    @BeforeEach
    void theCuttingRoom() throws IOException {
        cutting = new AssembledFilm(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "four-seconds.webm, 4, 4000, -20.5",
        "one-frame-with-10s-sound.webm, 10, 10000, -20.5",
        "sound-10s-picture-0.4s.webm, 10, 10000, -20.5",
        "timestamps-start-again-6s.mp4, 6, 6000, -20.5",
    })
    void aTakeIsReadWhole(String name, double seconds, long lengthMs, double loudness) throws IOException {
        AssembledVideo video = cutting.take(resource(name), seconds).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(lengthMs, within(150L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(cutting.seconds(video, "v")).isCloseTo(lengthMs / 1000.0, within(0.15));
        assertThat(cutting.seconds(video, "a")).isCloseTo(lengthMs / 1000.0, within(0.15));
        assertThat(cutting.loudness(video, seconds - 2.5, seconds - 0.3)).isCloseTo(loudness, within(4.0));
        assertThat(Files.size(video.poster())).isPositive();
    }

    @Test
    void aTapCutOffAtOnceCostsNothingOfTheNextTake() throws IOException {
        AssembledVideo video = cutting.take(resource("one-frame.webm"), 0.04)
                .take(resource("four-seconds.webm"), 4)
                .cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(4040L, within(150L));
        assertThat(video.timeline().gaps()).extracting(Gap::reason).containsExactly(Gap.INTERRUPTED);
        assertThat(cutting.loudness(video, 0.5, 3.5)).isCloseTo(-20.5, within(4.0));
    }

    @Test
    void aSilentTakeDoesNotSilenceTheNext() throws IOException {
        AssembledVideo video = cutting.take(resource("without-sound-3s.mp4"), 3)
                .take(resource("tone-4s.mp4"), 3.97)
                .take(resource("without-sound-3s.mp4"), 3)
                .take(resource("four-seconds.webm"), 4)
                .cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(13_970L, within(250L));
        assertThat(cutting.seconds(video, "a")).isCloseTo(13.97, within(0.3));
        assertThat(cutting.loudness(video, 0.2, 2.8)).isLessThan(-60);
        assertThat(cutting.loudness(video, 3.3, 6.6)).isCloseTo(-21, within(4.0));
        assertThat(cutting.loudness(video, 10.5, 13.5)).isCloseTo(-20.5, within(4.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mp4"})
    void aSecondHeaderInATakeIsReadOn(String kind) throws IOException {
        byte[] both = join(made("3." + kind), made("3." + kind));
        AssembledVideo video = cutting.take(both, 6).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(6_000L, within(300L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(cutting.loudness(video, 3.5, 5.5)).isGreaterThan(-30);
    }

    /**
     * Clusters of one file, one behind the other, with their times from the start again: what a recorder does after a
     * pause.
     */
    @Test
    void timestampsThatStartAgainInAWebmAreReadOn() throws IOException {
        byte[] one = made("3.webm");
        int clusters = indexOf(one, new byte[] {0x1f, 0x43, (byte) 0xb6, 0x75});
        AssembledVideo video = cutting.take(join(one, Arrays.copyOfRange(one, clusters, one.length)), 6)
                .cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(6_000L, within(250L));
        assertThat(cutting.loudness(video, 3.3, 5.7)).isGreaterThan(-30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mp4"})
    void aBrokenMiddleIsAGapThatSaysSo(String kind) throws IOException {
        byte[] whole = made("9." + kind);
        Arrays.fill(whole, whole.length / 3, whole.length * 2 / 3, (byte) 0x5a);
        AssembledVideo video = cutting.take(whole, 9).cut();
        List<Gap> gaps = video.timeline().gaps();
        assertThat(gaps).extracting(Gap::reason).containsOnly(Gap.UNREADABLE);
        long lost = gaps.stream().mapToLong(Gap::lengthMs).sum();
        assertThat(lost).isBetween(2_000L, 5_500L);
        assertThat(video.timeline().lengthMs() + lost).isCloseTo(9_000L, within(600L));
        assertThat(video.timeline().lengthMs()).isGreaterThan(4_000L);
    }

    @Test
    void aChunkThatTheStorageLostCostsOnlyItself() throws IOException {
        cutting.take(made("9.webm"), 9);
        cutting.lose(1, 1);
        AssembledVideo video = cutting.cut();
        assertThat(video.timeline().lengthMs()).isBetween(4_000L, 7_500L);
        assertThat(video.timeline().gaps()).extracting(Gap::reason).contains(Gap.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sound.webm -c:a libopus -live 1",
                "sound.m4a -c:a aac",
                "sound.mp3 -c:a libmp3lame",
                "sound.wav -c:a pcm_s16le",
                "sound.aac -c:a aac -f adts"
            })
    void soundAloneIsARecordingWithItsWaveformForAPicture(String written) throws IOException {
        String[] name = written.split(" ", 2);
        byte[] sound = Files.readAllBytes(
                PackedFfmpeg.make(folder, name[0], "-f lavfi -i sine=frequency=440:duration=4 -ac 1 " + name[1]));
        AssembledVideo video = cutting.take(sound, 4).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(4_000L, within(250L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(cutting.loudness(video, 0.3, 3.5)).isGreaterThan(-30);
        assertThat(video.readings().hasPicture()).isFalse();
        assertThat(video.poster()).isNotEmptyFile();
        assertThat(video.readings().bytes()).as("about what the sound takes").isLessThan(100_000);
    }

    /** What the galleries of phones hold: of an iPhone, of an old phone, and what a messenger sent on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "iphone.mov -c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p10le -tag:v hvc1"
                        + " -c:a aac",
                "old.3gp -s 176x144 -c:v h263 -c:a libopencore_amrnb -ar 8000 -ac 1",
                "sent-on.mp4 -c:v mpeg4 -c:a libmp3lame -movflags +faststart",
            })
    void aFileOfAnyPhoneIsARecording(String written) throws IOException {
        String[] name = written.split(" ", 2);
        Path file = PackedFfmpeg.make(folder, name[0], TONE_AND_PICTURE.formatted(3) + name[1]);
        AssembledVideo video = cutting.take(Files.readAllBytes(file), 3).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(3_000L, within(250L));
        assertThat(video.timeline().gaps()).isEmpty();
        assertThat(video.readings().hasPicture()).isTrue();
        assertThat(cutting.loudness(video, 0.5, 2.5)).isGreaterThan(-30);
    }

    @Test
    void aTakeWithSoundAloneIsKeptBesideOneWithPicture() throws IOException {
        byte[] sound = Files.readAllBytes(PackedFfmpeg.make(
                folder, "sound.webm", "-f lavfi -i sine=frequency=440:duration=3 -c:a libopus -f webm -live 1"));
        AssembledVideo video = cutting.take(sound, 3).take(made("3.webm"), 3).cut();
        assertThat(video.timeline().lengthMs()).isCloseTo(6_000L, within(200L));
        assertThat(cutting.loudness(video, 0.3, 2.7)).isGreaterThan(-30);
    }

    @Test
    void aTakeThatEndsLongBeforeItsTimesLostTheRest() throws IOException {
        AssembledVideo video = cutting.take(made("3.webm"), 60).cut();
        assertThat(video.timeline().gaps()).hasSize(1).first().satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo(Gap.UNREADABLE);
            assertThat(gap.lengthMs()).isCloseTo(57_000L, within(300L));
        });
    }

    private static byte[] made(String name) throws IOException {
        return Files.readAllBytes(made.resolve(name));
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; ; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
    }
}
