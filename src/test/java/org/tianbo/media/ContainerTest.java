package org.tianbo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is taken for by its first bytes. */
class ContainerTest {

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("\u001a\u0045\u00df\u00a3", Optional.of(Container.WEBM)),
                Arguments.of("\0\0\0\u0018ftypisom", Optional.of(Container.MP4)),
                Arguments.of("\0\0\0\u0018ftypM4A ", Optional.of(Container.MP4)),
                Arguments.of("\0\0\0\u0018ftypheic", Optional.empty()),
                Arguments.of("ID3\u0004", Optional.of(Container.MP3)),
                Arguments.of("\u00ff\u00fb\u0090d", Optional.of(Container.MP3)),
                Arguments.of("\u00ff\u00f1L\u0080", Optional.of(Container.AAC)),
                Arguments.of("RIFF\0\0\0\0WAVEfmt ", Optional.of(Container.WAV)),
                Arguments.of("RIFF\0\0\0\0AVI LIST", Optional.empty()),
                Arguments.of("#!AMR\n", Optional.of(Container.AMR)),
                Arguments.of("#EXTM3U\n", Optional.empty()),
                Arguments.of("\u00ff\u00d8\u00ff\u00e0", Optional.of(Container.JPEG)),
                Arguments.of("ffconcat version", Optional.empty()),
                Arguments.of("", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void itsFirstBytesTell(String head, Optional<Container> expected) {
        byte[] bytes = Arrays.copyOf(head.getBytes(StandardCharsets.ISO_8859_1), Container.HEAD);
        assertThat(Container.of(bytes)).isEqualTo(expected);
    }
}
