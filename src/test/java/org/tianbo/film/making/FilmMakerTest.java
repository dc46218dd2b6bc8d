package org.tianbo.film.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmCopy;
import org.tianbo.media.PackedFfmpeg;

/** With the real ffmpeg; needs no container. */
class FilmMakerTest {

    /** Restless pictures, so that the limit of the small copy is what keeps it small. */
    private static final String RESTLESS =
            "-f lavfi -i testsrc2=size=640x480:rate=25:duration=8,noise=alls=40:allf=t -f lavfi -i sine=f=300:d=8 ";

    private static final String CODED = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest ";

    @TempDir
    Path folder;

    private final Map<String, Long> bytes = new HashMap<>();

    @Test
    void theSmallCopyCostsAtMost120KilobitsASecondInAll() throws Exception {
        FilmMaker.Made made = make(PackedFfmpeg.make(folder, "in.mp4", RESTLESS + CODED));
        assertThat(made.sound()).isTrue();
        assertThat(made.length()).isBetween(Duration.ofMillis(7_900), Duration.ofMillis(8_200));
        assertThat(bytes).containsOnlyKeys(FilmCopy.BETTER, FilmCopy.SMALL, FilmCopy.SOUND, FilmCopy.POSTER);
        assertThat(bytes.get(FilmCopy.SMALL) * 8).isLessThanOrEqualTo(120_000 * 8);
        assertThat(bytes.get(FilmCopy.SMALL)).isLessThan(bytes.get(FilmCopy.BETTER));
        assertThat(bytes.get(FilmCopy.POSTER)).isLessThan(40_000);
    }

    @Test
    void aVideoWithoutSoundHasNoCopyOfItsSound() throws Exception {
        FilmMaker.Made made = make(PackedFfmpeg.make(
                folder, "mute.mp4", "-f lavfi -i color=c=green:size=360x640:rate=10:d=2 -c:v libx264 -an "));
        assertThat(made.sound()).isFalse();
        assertThat(bytes).containsOnlyKeys(FilmCopy.BETTER, FilmCopy.SMALL, FilmCopy.POSTER);
    }

    @Test
    void whatIsNoVideoSaysSo() throws Exception {
        Path sound = PackedFfmpeg.make(folder, "song.mp4", "-f lavfi -i sine=f=300:d=2 -c:a aac ");
        refused(sound, "sound-alone");
        Path words = Files.write(folder.resolve("words"), "ftypmp42 and nothing of a video".getBytes());
        refused(words, "unreadable");
    }

    @Test
    void aFileWhoseEndIsMissingSaysSo() throws Exception {
        Path whole = PackedFfmpeg.make(folder, "whole.mp4", RESTLESS + CODED + "-movflags +faststart ");
        byte[] all = Files.readAllBytes(whole);
        refused(Files.write(folder.resolve("half"), Arrays.copyOf(all, all.length / 3)), "cut-off");
    }

    @Test
    void oneThatIsTooLongSaysSo() throws Exception {
        Path endless = PackedFfmpeg.make(
                folder, "long.mp4", "-f lavfi -i color=c=red:size=320x240:rate=1:d=90 -c:v libx264 -preset ultrafast ");
        assertThatThrownBy(() -> maker("PT1M").make(endless, (kind, file) -> {}))
                .isInstanceOfSatisfying(
                        Unmakeable.class, one -> assertThat(one.code()).isEqualTo("too-long"));
    }

    private void refused(Path source, String code) {
        assertThatThrownBy(() -> make(source)).isInstanceOfSatisfying(Unmakeable.class, one -> assertThat(one.code())
                .isEqualTo(code));
    }

    private FilmMaker.Made make(Path source) throws Unmakeable, IOException {
        return maker("PT20M").make(source, (kind, file) -> bytes.put(kind, Files.size(file)));
    }

    private static FilmMaker maker(String longest) {
        FilmConfig config = new SmallRyeConfigBuilder()
                .withMapping(FilmConfig.class)
                .withDefaultValue("tianbo.film.longest", longest)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .build()
                .getConfigMapping(FilmConfig.class);
        return new FilmMaker(PackedFfmpeg.withDefaults(), new ObjectMapper(), config);
    }
}
