package org.tianbo.testsupport.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that Debian packages: as it is, else installed (as root). Without it the test fails and says what to do.
 */
final class DebianPackage {

    private static final Path APT = Path.of("/usr/bin/apt-get");

    /** On a new machine its own updates may hold the lock for minutes. */
    private static final String WAIT_FOR_THE_LOCK = "DPkg::Lock::Timeout=600";

    private DebianPackage() {}

    /** @return the program, which is there now */
    static Path program(Path program, String debianPackage) {
        if (!Files.isExecutable(program)) {
            install(program, debianPackage);
        }
        return program;
    }

    private static void install(Path program, String debianPackage) {
        Path installing = Path.of("target", "installing-" + debianPackage + ".lock");
        try (FileChannel lock = FileChannel.open(installing, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // The other half of the tests may be at it already.
            lock.lock();
            if (!Files.isExecutable(program) && isRootOnDebian()) {
                run(List.of(APT.toString(), "-o", WAIT_FOR_THE_LOCK, "update", "-qq"));
                run(List.of(APT.toString(), "-o", WAIT_FOR_THE_LOCK, "install", "-y", "-qq", debianPackage));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("A test needs " + program + ". Install it (Debian: apt-get install "
                    + debianPackage + "), then run `mvn verify` again.");
        }
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(APT);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
