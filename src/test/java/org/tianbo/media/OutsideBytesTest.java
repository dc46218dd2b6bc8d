package org.tianbo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bytes from outside come to ffmpeg by one door, {@link MediaInput}; {@code ArchitectureTest} holds that nothing else
 * starts it. The build makes the lessons' films of drawings of our own.
 */
class OutsideBytesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/tianbo");

    @Test
    void onlyOneClassNamesInputs() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<String> naming = sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> text(source).contains("\"-i\", "))
                    .map(source -> SOURCES.relativize(source).toString())
                    .toList();
            assertThat(naming).containsExactly("media/MediaInput.java");
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
