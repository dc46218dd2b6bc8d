package org.tianbo.platform.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL under another user than root, which it refuses. The library runs it in a user namespace; where there are
 * none (chroots, plain containers) its programs are replaced here by scripts that first become {@code nobody}.
 */
final class UnprivilegedPostgres {

    /** The user nobody on every Linux; {@code initdb} requires a user that has a name. */
    static final int NOBODY = 65534;

    /** May read anything: the folders above the data may be root's and closed to others. */
    private static final String RUN =
            """
            #!/bin/sh
            exec setpriv --reuid=%d --regid=%d --clear-groups --securebits=+no_setuid_fixup \\
                --inh-caps=+dac_read_search --ambient-caps=+dac_read_search '%s' "$@"
            """;

    private static final List<String> PROGRAMS = List.of("initdb", "postgres", "pg_ctl");

    /** Stands for the archive of programs, whose digest names the folder in which the library looks for them. */
    private static final byte[] NAME = "scripts".getBytes(StandardCharsets.US_ASCII);

    private UnprivilegedPostgres() {}

    /** Lets the server run as nobody. */
    static void apply(EmbeddedPostgres.Builder builder, Path data) throws IOException {
        Path closed = Files.createDirectories(data.toAbsolutePath().resolveSibling("postgres-programs"));
        // The library makes the folder it is given writable for everybody; root must not run what others wrote.
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path programs = closed.resolve("library");
        prepare(programs, data);
        builder.setOverrideWorkingDirectory(programs.toFile())
                .setPgBinaryResolver((system, machine) -> new ByteArrayInputStream(NAME));
    }

    /**
     * Unpacks the programs, once, and gives the data to nobody.
     *
     * @return the folder with the scripts
     */
    static Path prepare(Path folder, Path data) throws IOException {
        Path scripts = folder.resolve("PG-" + digest());
        Path ready = scripts.resolve(".exists");
        if (Files.notExists(ready)) {
            Path programs = folder.resolve("programs");
            unpack(programs);
            Files.createDirectories(scripts.resolve("bin"));
            for (String program : PROGRAMS) {
                Path script = scripts.resolve("bin").resolve(program);
                Files.writeString(
                        script,
                        RUN.formatted(NOBODY, NOBODY, programs.resolve("bin").resolve(program)));
                Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.createFile(ready);
        }
        giveTo(NOBODY, data);
        return scripts.resolve("bin");
    }

    /** Gives the folder and everything in it to that user, where it is somebody else's. */
    static void giveTo(int user, Path folder) throws IOException {
        if (Files.getAttribute(folder, "unix:uid").equals(user)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Files.setAttribute(one, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void unpack(Path folder) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary("Linux", machine);
                TarArchiveInputStream files = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                Files.deleteIfExists(file);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(files, file);
                    Files.setPosixFilePermissions(
                            file,
                            PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(NAME));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
