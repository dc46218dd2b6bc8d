package org.tianbo.practice.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.media.PackedFfmpeg;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyChunks;
import org.tianbo.practice.Eventually;
import org.tianbo.practice.Phone;
import org.tianbo.testsupport.Attempts;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.Trainees;
import org.tianbo.testsupport.browser.Chromium;

/** A video of the phone's gallery goes the recording's own way: kept in chunks, sent, made into a film that plays. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@Trainees(GalleryBrowserIT.TRAINEE)
class GalleryBrowserIT {

    static final String TRAINEE = "gallery-phone";

    /** The phone cuts a picked video into slices of this size. */
    private static final int SLICE = 4 * 1024 * 1024;

    @Inject
    CountyChunks stored;

    @TempDir
    Path gallery;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | mp4  | libx264 -preset ultrafast | aac     | 选手机里录好的视频 | 从相册里选一段已经录好的视频 | 录好了 | 全部上传好了 ✓ \
                    | 已交给老师 ✓
                    en-US | webm | libvpx -deadline realtime -cpu-used 8 | libopus | Use a video already on the phone \
                    | Choose a video you recorded earlier | Recorded | All sent ✓ | Handed in ✓
                    """)
    void aPickedVideoBecomesARecordingThatPlays(
            String language,
            String ending,
            String pictures,
            String sound,
            String way,
            String pick,
            String kept,
            String sent,
            String handedIn)
            throws IOException {
        Path video = record("harvest." + ending, pictures, sound);
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.go("/practice/new");
            phone.says(way);
            UUID attempt = phone.beginFromTheGallery("富硒大米");
            phone.says(pick);
            phone.at("[data-file]").setInputFiles(video);
            phone.says("%.1f MB".formatted(Files.size(video) / 1e6));
            assertThat(phone.statuses("PUT", "/api/attempts/.*")).isEmpty();
            phone.tap("dialog[data-confirm=file] button[value=yes]");
            phone.says(kept);
            phone.says(sent);
            phone.handIn();
            phone.says(handedIn);

            assertThat(stored.pieces("fengcheng", attempt))
                    .isEqualTo(slices(video))
                    .hasSizeGreaterThan(1);
            Eventually.value(() -> Attempts.state(TRAINEE, attempt), "submitted"::equals);
            // Whether it was measured before the page was opened, or is later.
            phone.go("/practice/" + attempt);
            Eventually.value(
                    () -> Tokens.as(TRAINEE)
                            .get("/api/attempts/{id}", attempt)
                            .jsonPath()
                            .get("copies"),
                    Objects::nonNull);
            phone.shows("[data-mirror] [data-from-server]");
            plays(phone.page());
        }
    }

    /** By what the browser can see of a file, whatever its name says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    zh-CN | 这个文件是空的 | 这个文件不是视频 | 这个文件只有声音 | 没有存完整，打不开 | 后面断了 | 没有声音，老师听不到您说话 | 开头听不到一点声音
                    """)
    void whatIsNoGoodVideoIsRefusedBeforeAnythingIsSent(
            String language,
            String empty,
            String noVideo,
            String soundOnly,
            String unreadable,
            String cut,
            String noSound,
            String mute)
            throws IOException {
        byte[] whole = Files.readAllBytes(record("whole.mp4", "libx264 -preset ultrafast", "aac"));
        byte[] ready = Files.readAllBytes(made("-i whole.mp4 -c copy -movflags +faststart ready.mp4"));
        try (Phone phone = new Phone(Chromium.plain(), language, List.of())) {
            phone.comeAs(TRAINEE);
            phone.beginFromTheGallery("富硒大米");
            refused(phone, file("empty.mp4", new byte[0]), empty);
            refused(phone, file("list.mp4", Chunks.bytes("ffconcat version 1.0\nfile other.mp4\n")), noVideo);
            doubted(phone, made("-i whole.mp4 -vn -c copy sound.mp4"), soundOnly);
            doubted(phone, made("-i whole.mp4 -vn -c:a pcm_s16le sound.wav"), soundOnly);
            // Not right after the other: its sentence would still stand there while this file is looked at.
            refused(phone, file("photo.mp4", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}), noVideo);
            refused(phone, file("half.mp4", Arrays.copyOf(whole, whole.length / 2)), unreadable);
            doubted(phone, file("half-ready.mp4", Arrays.copyOf(ready, ready.length / 2)), cut);
            doubted(phone, made("-i whole.mp4 -an -c copy silent.mp4"), noSound);
            doubted(phone, made("-i whole.mp4 -an -t 0.5 -c:v libvpx -deadline realtime silent.webm"), noSound);
            doubted(phone, made("-i whole.mp4 -af volume=0 -c:v copy mute.mp4"), mute);
            doubted(phone, made("-i whole.mp4 -af volume=0 -t 2 -c:v libvpx -deadline realtime mute.webm"), mute);
            // In one fragment, longer than the beginning of another file that would be listened to.
            String fragmented = " -movflags empty_moov+default_base_moof -frag_duration 20000000 ";
            doubted(phone, made("-i whole.mp4 -af volume=0 -c:v copy" + fragmented + "mute-fragment.mp4"), mute);
            undoubted(phone, made("-i whole.mp4 -c copy" + fragmented + "fragment.mp4"));
            undoubted(phone, gallery.resolve("whole.mp4"));
            undoubted(phone, gallery.resolve("ready.mp4"));
            assertThat(phone.statuses("PUT", "/api/attempts/.*")).isEmpty();
        }
    }

    private static void undoubted(Phone phone, Path file) {
        phone.at("[data-file]").setInputFiles(file);
        phone.shows("dialog[data-confirm=file]");
        assertThat(phone.at("[data-doubts]").isHidden()).isTrue();
        phone.tap("dialog[data-confirm=file] button[value=no]");
    }

    private static void refused(Phone phone, Path file, String because) {
        phone.at("[data-file]").setInputFiles(file);
        phone.says(because);
    }

    private static void doubted(Phone phone, Path file, String because) {
        phone.at("[data-file]").setInputFiles(file);
        phone.says(because);
        phone.tap("dialog[data-confirm=file] button[value=no]");
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(gallery.resolve(name), bytes);
    }

    private static List<String> slices(Path video) throws IOException {
        List<String> slices = new ArrayList<>();
        for (byte[] slice : Chunks.cut(Files.readAllBytes(video), SLICE)) {
            slices.add("1/%d-%s".formatted(slices.size(), Chunks.sha256(slice)));
        }
        return slices;
    }

    private static void plays(Page page) {
        page.locator("[data-player]").evaluate("video => { video.muted = true; return video.play() }");
        page.waitForFunction("() => document.querySelector('[data-player]').currentTime > 0.5");
    }

    /** Noise does not compress, so that two seconds fill more than one slice. */
    private Path record(String name, String pictures, String sound) {
        String options = "-f lavfi -i testsrc2=size=640x360:rate=12:duration=2,noise=alls=80:allf=t"
                + " -f lavfi -i sine=frequency=330:duration=2 -c:v " + pictures
                + " -b:v 24M -minrate 20M -maxrate 28M -bufsize 28M -pix_fmt yuv420p -c:a " + sound + " -ac 2 " + name;
        return made(options);
    }

    /** @param options of ffmpeg, the last of them the file's name */
    private Path made(String options) {
        int last = options.lastIndexOf(' ') + 1;
        return PackedFfmpeg.make(gallery, options.substring(last), options.substring(0, last));
    }
}
