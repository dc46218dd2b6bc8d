package org.tianbo.practice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.testsupport.browser.Chromium;

/**
 * Recordings of takes that differ, played where people watch them: in a browser. What ffmpeg makes of the joints is
 * {@link CopiedPicturesTest}'s business; a browser has a demuxer and decoders of its own.
 */
class MixedRecordingBrowserIT {

    private static final String TAKE =
            "-f lavfi -i %s=size=%s:rate=24:duration=4 -f lavfi -i sine=frequency=440:duration=4 %s";

    private static final String H264 =
            "-c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 48 -c:a aac"
                    + " -movflags frag_keyframe+empty_moov+default_base_moof";

    /** The takes before, between and behind the joints are four seconds long. */
    private static final String PLAYED =
            """
            async (base64) => {
              const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
              const video = document.querySelector('video');
              const next = (name) => new Promise((resolve, reject) => {
                video.addEventListener(name, resolve, { once: true });
                video.addEventListener('error', () => reject(new Error(video.error.message)), { once: true });
              });
              // Sought is not drawn yet: a picture is there once the browser says which one it shows. A take without
              // pictures shows one of before; at first there is the picture of second 0.
              const shown = async (at) => {
                for (let off = 4; off > (at === 2 ? 1 : 3); ) {
                  const frame = await new Promise((told) =>
                    video.requestVideoFrameCallback((now, metadata) => told(metadata)));
                  off = Math.abs(frame.mediaTime - at);
                }
              };
              const loaded = next('loadeddata');
              video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }));
              await loaded;
              const picture = new OffscreenCanvas(32, 24).getContext('2d');
              const pictures = [];
              for (const at of [2, 6, 10]) {
                const there = shown(at);
                video.currentTime = at;
                await there;
                picture.drawImage(video, 0, 0, 32, 24);
                pictures.push(Array.from(picture.getImageData(0, 0, 32, 24).data).filter((_, i) => i % 4 === 1));
              }
              const decoded = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer);
              const sound = decoded.getChannelData(0);
              const loudness = [2, 6, 10].map((at) => {
                const part = sound.subarray((at - 1) * 48000, (at + 1) * 48000);
                return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / part.length);
              });
              const over = next('ended');
              video.currentTime = 0;
              video.playbackRate = 8;
              await video.play();
              await over;
              const apart = (one, other) =>
                one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
              return {
                seconds: video.duration,
                soundSeconds: sound.length / 48000,
                quietest: Math.min(...loudness),
                contrasts: pictures.map((one) => Math.max(...one) - Math.min(...one)),
                sameTakeApart: apart(pictures[0], pictures[2]),
                oddTakeApart: apart(pictures[0], pictures[1]),
              };
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aBrowserPlaysWhatIsJoinedOfTakesThatDiffer() throws IOException {
        List<String> odds = List.of(
                "turned.mp4 240x320 -c:v libx264 -preset ultrafast -bf 0 -pix_fmt yuv420p -g 48 -c:a aac",
                "encoder.mp4 320x240 -c:v libx264 -profile:v high -bf 2 -pix_fmt yuv420p -g 48 -c:a aac",
                "vp8.webm 640x480 -c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus",
                "voice.webm 320x240 -vn -c:a libopus");
        byte[] take = make("take.mp4", "testsrc2", "320x240", H264);
        try (BrowserContext context = Chromium.plain().newContext()) {
            Page page = context.newPage();
            for (String odd : odds) {
                String[] parts = odd.split(" ", 3);
                AssembledVideo video = new AssembledFilm(Files.createDirectory(folder.resolve(parts[0] + "-film")))
                        .take(take, 4)
                        .take(make(parts[0], "smptebars", parts[1], parts[2]), 4)
                        .take(take, 4)
                        .cut();
                page.setContent("<video muted playsinline></video>");

                Object told =
                        page.evaluate(PLAYED, Base64.getEncoder().encodeToString(Files.readAllBytes(video.video())));

                plays(parts[0], (Map<?, ?>) told);
            }
        }
    }

    private static void plays(String odd, Map<?, ?> told) {
        assertThat(number(told, "seconds")).as(odd).isCloseTo(12, within(0.3));
        assertThat(number(told, "soundSeconds")).as(odd).isCloseTo(12, within(0.3));
        // A sine of an eighth of full scale.
        assertThat(number(told, "quietest")).as(odd).isGreaterThan(0.03);
        List<?> contrasts = (List<?>) told.get("contrasts");
        for (int part = 0; part < contrasts.size(); part++) {
            if (part != 1 || !odd.startsWith("voice")) {
                assertThat(((Number) contrasts.get(part)).intValue())
                        .as(odd + ", part " + part)
                        .isGreaterThan(100);
            }
        }
        assertThat(number(told, "sameTakeApart")).as(odd).isLessThan(15);
        if (!odd.startsWith("voice")) {
            assertThat(number(told, "oddTakeApart")).as(odd).isGreaterThan(15);
        }
    }

    private static double number(Map<?, ?> told, String name) {
        return ((Number) told.get(name)).doubleValue();
    }

    private byte[] make(String name, String picture, String size, String options) throws IOException {
        return Files.readAllBytes(PackedFfmpeg.make(folder, name, TAKE.formatted(picture, size, options)));
    }
}
