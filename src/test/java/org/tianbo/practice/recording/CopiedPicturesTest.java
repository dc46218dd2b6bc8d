package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tianbo.practice.recording.AssembledFilm.join;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.media.Container;
import org.tianbo.media.Ffmpeg;
import org.tianbo.media.MediaInput;
import org.tianbo.media.PackedFfmpeg;

/** Which pictures go into a recording as their phone coded them. Takes have 240 lines; coded anew they have 480. */
class CopiedPicturesTest {

    private static final String H264 = "-f lavfi -i testsrc2=size=%s:rate=24:duration=4 -f lavfi -i"
            + " sine=frequency=440:duration=4 -c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p"
            + " -g 48 %s -movflags frag_keyframe+empty_moov+default_base_moof";

    private static final String OTHER =
            "-f lavfi -i testsrc2=size=%s:rate=24:duration=4 -f lavfi -i" + " sine=frequency=440:duration=4 %s";

    @TempDir
    Path folder;

    private AssembledFilm cutting;

    @BeforeEach
    void theCuttingRoom() throws IOException {
        cutting = new AssembledFilm(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-c:a aac", "-c:a libopus", "-c:a aac -ar 44100 -ac 2"})
    void takesOfOneCameraAreJoinedAsTheyAreCoded(String sound) throws IOException {
        byte[] take = h264("320x240", sound);
        AssembledVideo video = cutting.take(take, 4).take(take, 4).cut();
        assertThat(video.readings().height()).isEqualTo(240);
        assertThat(video.timeline().lengthMs()).isCloseTo(8_000L, within(100L));
        assertThat(video.timeline().gaps()).hasSize(1);
        assertThat(cutting.seconds(video, "v")).isCloseTo(8, within(0.1));
        assertThat(cutting.seconds(video, "a")).isCloseTo(8, within(0.1));
        assertThat(cutting.loudness(video, 4.5, 7.5)).isCloseTo(-21, within(4.0));
        assertThat(pictures(video.video())).isEqualTo(2 * 4 * 24);
    }

    @Test
    void aTakeWithoutSoundGetsSilence() throws IOException {
        AssembledVideo video = cutting.take(h264("320x240", "-an"), 4).cut();
        assertThat(video.readings().height()).isEqualTo(240);
        assertThat(cutting.seconds(video, "a")).isCloseTo(4, within(0.1));
        assertThat(cutting.loudness(video, 0.5, 3.5)).isLessThan(-60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pictures in another order: -tune film -bf 2",
                "without loss: -qp 0",
                "too many bytes: -b:v 4M -minrate 4M -maxrate 4M -bufsize 1M -x264-params nal-hrd=cbr",
                "ten bits: -pix_fmt yuv420p10le",
                "oblong pixels: -aspect 2:1"
            })
    void whatNotEveryBrowserPlaysWellIsCodedAnew(String coded) throws IOException {
        String options = coded.substring(coded.indexOf(':') + 1) + " -c:a aac";
        AssembledVideo video = cutting.take(h264("320x240", options), 4).cut();
        assertThat(video.readings().height()).isEqualTo(480);
        assertThat(video.timeline().lengthMs()).isCloseTo(4_000L, within(1_100L));
    }

    /** A phone held otherwise, another encoder, another codec, a voice without a picture. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "odd.mp4 240x320 -c:v libx264 -preset ultrafast -bf 0 -pix_fmt yuv420p -g 48 -c:a aac",
                "odd.mp4 320x240 -c:v libx264 -profile:v high -bf 2 -pix_fmt yuv420p -g 48 -c:a aac",
                "odd.webm 640x480 -c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus",
                "odd.webm 320x240 -vn -c:a libopus"
            })
    void onlyTheTakeThatDiffersIsCodedAnewAndTheJointsPlay(String odd) throws IOException {
        byte[] take = h264("320x240", "-c:a aac");
        String[] parts = odd.split(" ", 3);
        byte[] other = Files.readAllBytes(PackedFfmpeg.make(folder, parts[0], OTHER.formatted(parts[1], parts[2])));
        AssembledVideo video =
                cutting.take(take, 4).take(other, 4).take(take, 4).cut();
        assertThat(video.readings().height()).isEqualTo(240);
        assertThat(video.readings().width()).isEqualTo(320);
        assertThat(video.timeline().lengthMs()).isCloseTo(12_000L, within(200L));
        assertThat(cutting.seconds(video, "v")).isCloseTo(12, within(0.2));
        assertThat(cutting.seconds(video, "a")).isCloseTo(12, within(0.2));
        assertThat(cutting.loudness(video, 4.5, 7.5)).isCloseTo(-21, within(4.0));
        // Each picture of the copied takes is there, and all of them are decoded without a fault.
        assertThat(pictures(video.video())).isBetween(2 * 96 + 35, 3 * 96 + 6);
        assertThat(parameterSets(video.video())).isEqualTo(2);
    }

    @Test
    void theFirstTakeMayBeTheOneThatDiffers() throws IOException {
        byte[] take = h264("320x240", "-c:a aac");
        AssembledVideo video = cutting.take(h264("240x320", "-c:a aac"), 4)
                .take(take, 4)
                .take(take, 4)
                .cut();
        assertThat(video.readings().height()).isEqualTo(240);
        assertThat(video.timeline().lengthMs()).isCloseTo(12_000L, within(200L));
        assertThat(pictures(video.video())).isBetween(3 * 96 - 2, 3 * 96 + 3);
    }

    @Test
    void whereMostDiffersAllIsCodedAnew() throws IOException {
        AssembledVideo video = cutting.take(h264("320x240", "-c:a aac"), 4)
                .take(h264("240x320", "-c:a aac"), 4)
                .take(h264("320x240", "-preset medium -profile:v high -c:a aac"), 4)
                .cut();
        assertThat(video.readings().height()).isEqualTo(480);
        assertThat(video.readings().width()).isEqualTo(640);
        assertThat(video.timeline().lengthMs()).isCloseTo(12_000L, within(200L));
        assertThat(parameterSets(video.video())).isEqualTo(1);
    }

    @Test
    void aRecorderThatWasRestartedInATakeHasItCodedAnew() throws IOException {
        byte[] take = h264("320x240", "-c:a aac");
        AssembledVideo video = cutting.take(join(take, take), 8).cut();
        assertThat(video.readings().height()).isEqualTo(480);
        assertThat(video.timeline().lengthMs()).isCloseTo(8_000L, within(200L));
    }

    @Test
    void aTakeOfWhichAChunkIsLostIsCodedAnew() throws IOException {
        cutting.take(h264("320x240", "-c:a aac"), 4);
        cutting.lose(1, 2);
        AssembledVideo video = cutting.cut();
        assertThat(video.readings().height()).isEqualTo(480);
    }

    private byte[] h264(String size, String options) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(folder, "take.mp4", H264.formatted(size, options)));
    }

    private int pictures(Path video) {
        Ffmpeg.Run counted = cutting.ffmpeg.probe(
                video.getParent(),
                cutting.ffmpeg.ceilings().ofLength(Duration.ofMinutes(1)),
                MediaInput.own(video, Container.MP4),
                List.of("-select_streams", "v", "-count_frames", "-show_entries", "stream=nb_read_frames"));
        assertThat(counted.log()).isBlank();
        return Integer.parseInt(counted.out().replaceAll("\\D", ""));
    }

    /** Of sequences, in the header, before any picture: from there a player takes them. */
    private static int parameterSets(Path video) throws IOException {
        String bytes = Files.readString(video, StandardCharsets.ISO_8859_1);
        return bytes.charAt(bytes.indexOf("avcC") + 4 + 5) & 0x1f;
    }
}
