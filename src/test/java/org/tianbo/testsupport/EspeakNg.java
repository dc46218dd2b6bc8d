package org.tianbo.testsupport;

import java.nio.file.Path;

/** Reads numbered pinyin aloud: speech of which every syllable and every pause is known. */
public final class EspeakNg {

    private EspeakNg() {}

    /** Sees to it that the tests in {@code src/test/js} find it. */
    public static void require() {
        DebianPackage.program(Path.of("/usr/bin/espeak-ng"), "espeak-ng");
    }
}
