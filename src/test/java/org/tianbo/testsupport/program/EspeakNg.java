package org.tianbo.testsupport.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads numbered pinyin aloud: speech of which every syllable and every pause is known. */
public final class EspeakNg {

    private static final Path PROGRAM = Path.of("/usr/bin/espeak-ng");

    private EspeakNg() {}

    /** Sees to it that the tests in {@code src/test/js} find it. */
    public static void require() {
        DebianPackage.program(PROGRAM, "espeak-ng");
    }

    /** @return a WAV file, without quiet at its end */
    public static byte[] read(String pinyin) {
        require();
        try {
            Process process = new ProcessBuilder(
                            PROGRAM.toString(), "-v", "cmn-latn-pinyin", "-s", "160", "-z", "--stdout", pinyin)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.getInputStream().readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
