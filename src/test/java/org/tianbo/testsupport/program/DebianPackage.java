package org.tianbo.testsupport.program;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that Debian packages. The build's preflight has seen to it; without it the test says what to do. */
final class DebianPackage {

    private DebianPackage() {}

    /** @return the program, which is there */
    static Path program(Path program, String debianPackage) {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("A test needs " + program + ". Install it (Debian: apt-get install "
                    + debianPackage + "), then run `mvn verify` again.");
        }
        return program;
    }
}
