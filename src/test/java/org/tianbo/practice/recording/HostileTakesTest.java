package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tianbo.practice.recording.AssembledFilm.join;
import static org.tianbo.practice.recording.AssembledFilm.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Gap;

/** Takes that were made to read another's recording or to keep the machine busy. */
class HostileTakesTest {

    /** Another county's recording under its key, and from where a take is worked on. */
    private static final String VICTIM = "zhenping/attempts/2/recording-0123456789abcdef.mp4";

    private static final String FROM_HERE = "../../../" + VICTIM;

    private static final String DASH =
            """
            <?xml version="1.0"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT4S" \
            minBufferTime="PT1S"
              profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/mp4">
              <Representation id="1" bandwidth="1000" width="320" height="240"><SegmentList duration="4"><SegmentURL \
              media="VICTIM"/></SegmentList>
            </Representation></AdaptationSet></Period></MPD>
            """;
    private static final String CONCAT = "ffconcat version 1.0\nfile VICTIM\n";
    private static final String HLS = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nVICTIM\n#EXT-X-ENDLIST\n";
    private static final String SDP =
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 "
                    + "VP8/90000\n";
    private static final String SUBFILE = "subfile,,start,0,end,0,,:VICTIM\n";
    private static final String BEHIND_A_BOX = "\0\0\0\24ftypisom\0\0\2\0isom#EXTM3U\n#EXTINF:4,\nVICTIM\n";
    private static final String BEHIND_EBML = "\u001aE\u00df\u00a3\u0080ffconcat version 1.0\nfile VICTIM\n";

    @TempDir
    Path folder;

    private AssembledFilm cutting;

    @BeforeEach
    void anothersRecordingIsOnTheDisk() throws IOException {
        cutting = new AssembledFilm(folder);
        cutting.store(VICTIM, resource("without-sound-3s.mp4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DASH, CONCAT, HLS, SDP, SUBFILE, BEHIND_A_BOX, BEHIND_EBML})
    void aListOfFilesIsNoTake(String list) {
        cutting.take(naming(list), 4);
        assertThatExceptionOfType(NoDecodableVideo.class).isThrownBy(cutting::cut);
    }

    /** Shows that the recording lies where the lists look for it. */
    @Test
    void withoutLimitsTheManifestOpensIt() throws IOException {
        Files.write(cutting.folder().resolve("take.mpd"), naming(DASH));
        Path stolen = PackedFfmpeg.make(cutting.folder(), "stolen.mp4", "-i take.mpd -c copy");
        assertThat(stolen).isNotEmptyFile();
    }

    /** QuickTime may keep its pictures in another file, which its index names. */
    @Test
    void aMovieWhosePicturesAreInAnotherFileHasNone() throws IOException {
        Path victim = cutting.folder().resolve(FROM_HERE).normalize();
        byte[] movie = AliasedMovie.of(Files.readAllBytes(victim), victim);
        Files.write(cutting.folder().resolve("alias.mov"), movie);
        assertThat(PackedFfmpeg.make(
                        cutting.folder(), "stolen.mkv", "-enable_drefs 1 -use_absolute_path 1 -i alias.mov -c copy"))
                .as("read without limits")
                .isNotEmptyFile();

        cutting.take(movie, 3);
        assertThatExceptionOfType(NoDecodableVideo.class).isThrownBy(cutting::cut);
    }

    @Test
    void nothingOfAnotherIsPutBehindOnesOwn() throws IOException {
        AssembledVideo video = cutting.take(join(resource("one-frame.webm"), naming(CONCAT)), 4)
                .cut();
        assertThat(video.timeline().lengthMs()).isLessThan(100);
        assertThat(video.timeline().gaps()).extracting(Gap::reason).containsExactly(Gap.UNREADABLE);
    }

    /** Eight hundred bytes that were two hours' work: the picture was held for all of the time between. */
    @Test
    void twoPicturesAnHourApartAreTwoPictures() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "hour.webm",
                "-f lavfi -i color=red:size=320x240:rate=1:duration=2 -vf setpts=N*3600/TB"
                        + " -fps_mode passthrough -enc_time_base 1:1000 -c:v libvpx -f webm");
        AssembledVideo video = cutting.take(Files.readAllBytes(file), 10).cut();
        assertThat(video.timeline().lengthMs()).isLessThan(3_000);
    }

    @Test
    void aCrowdOfStreamsIsReadAsOnePicture() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "crowd.webm",
                "-f lavfi -i color=red:size=16x16:rate=1:duration=1" + " -map 0:v".repeat(40) + " -c:v libvpx -f webm");
        AssembledVideo video = cutting.take(Files.readAllBytes(file), 1).cut();
        assertThat(video.timeline().lengthMs()).isEqualTo(1_000);
    }

    @Test
    void aPictureLargerThanAnyPhoneTakesIsNoTake() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "wall.webm",
                "-f lavfi -i color=red:size=8192x4096:rate=1:duration=1 -c:v libvpx -deadline realtime -cpu-used 8 "
                        + "-f webm");
        cutting.take(Files.readAllBytes(file), 1);
        assertThatExceptionOfType(NoDecodableVideo.class).isThrownBy(cutting::cut);
    }

    private static byte[] naming(String list) {
        return list.replace("VICTIM", FROM_HERE).getBytes(StandardCharsets.ISO_8859_1);
    }
}
