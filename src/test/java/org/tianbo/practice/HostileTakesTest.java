package org.tianbo.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tianbo.practice.CutFilm.ascii;
import static org.tianbo.practice.CutFilm.join;
import static org.tianbo.practice.CutFilm.resource;

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

/** Takes that were made to read another's recording or to keep the machine busy. */
class HostileTakesTest {

    /** Another person's recording, where a relative path finds it. */
    private static final String VICTIM = "victim.webm";

    private static final String DASH =
            """
            <?xml version="1.0"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT4S" minBufferTime="PT1S"
              profiles="urn:mpeg:dash:profile:isoff-on-demand:2011"><Period><AdaptationSet mimeType="video/webm">
              <Representation id="1" bandwidth="1000" width="320" height="240"><BaseURL>victim.webm</BaseURL>
              <SegmentList duration="4"><SegmentURL media="victim.webm"/></SegmentList>
            </Representation></AdaptationSet></Period></MPD>
            """;
    private static final String CONCAT = "ffconcat version 1.0\nfile victim.webm\n";
    private static final String HLS = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nvictim.webm\n#EXT-X-ENDLIST\n";
    private static final String SDP =
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 VP8/90000\n";
    private static final String SUBFILE = "subfile,,start,0,end,0,,:victim.webm\n";
    private static final String BEHIND_A_BOX = "\0\0\0\24ftypisom\0\0\2\0isom#EXTM3U\n#EXTINF:4,\nvictim.webm\n";
    private static final String BEHIND_EBML = "\u001aE\u00df\u00a3\u0080ffconcat version 1.0\nfile victim.webm\n";

    @TempDir
    Path folder;

    private CutFilm cutting;

    @BeforeEach
    void anothersRecordingLiesAtHand() throws IOException {
        cutting = new CutFilm(folder);
        Files.write(folder.resolve("work").resolve(VICTIM), resource("four-seconds.webm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DASH, CONCAT, HLS, SDP, SUBFILE, BEHIND_A_BOX, BEHIND_EBML})
    void aListOfFilesIsNoTake(String list) {
        cutting.take(list.getBytes(StandardCharsets.ISO_8859_1), 4);
        assertThatExceptionOfType(NothingToSee.class).isThrownBy(cutting::cut);
    }

    @Test
    void nothingOfAnotherIsPutBehindOnesOwn() throws IOException {
        Film film =
                cutting.take(join(resource("one-frame.webm"), ascii(CONCAT)), 4).cut();
        assertThat(film.timeline().lengthMs()).isLessThan(100);
        assertThat(film.timeline().gaps()).extracting(Gap::reason).containsExactly(Gap.UNREADABLE);
    }

    /** Eight hundred bytes that were two hours' work: the picture was held for all of the time between. */
    @Test
    void twoPicturesAnHourApartAreTwoPictures() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "hour.webm",
                "-f lavfi -i color=red:size=320x240:rate=1:duration=2 -vf setpts=N*3600/TB"
                        + " -fps_mode passthrough -enc_time_base 1:1000 -c:v libvpx -f webm");
        Film film = cutting.take(Files.readAllBytes(file), 10).cut();
        assertThat(film.timeline().lengthMs()).isLessThan(3_000);
    }

    @Test
    void aCrowdOfStreamsIsReadAsOnePicture() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "crowd.webm",
                "-f lavfi -i color=red:size=16x16:rate=1:duration=1" + " -map 0:v".repeat(40) + " -c:v libvpx -f webm");
        Film film = cutting.take(Files.readAllBytes(file), 1).cut();
        assertThat(film.timeline().lengthMs()).isEqualTo(1_000);
    }

    @Test
    void aPictureLargerThanAnyPhoneTakesIsNoTake() throws IOException {
        Path file = PackedFfmpeg.make(
                folder,
                "wall.webm",
                "-f lavfi -i color=red:size=8192x4096:rate=1:duration=1 -c:v libvpx -deadline realtime -cpu-used 8 -f webm");
        cutting.take(Files.readAllBytes(file), 1);
        assertThatExceptionOfType(NothingToSee.class).isThrownBy(cutting::cut);
    }
}
