package org.tianbo.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root without user namespaces, as in a chroot or a plain container. Only root can become somebody else. */
class UnprivilegedPostgresTest {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    @TempDir
    Path folder;

    @Test
    void theServersDataAreMadeByNobodyAndCanBeGivenBackToRoot() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        if (!ROOT) {
            // Then PostgreSQL runs as we are, and nothing is given away.
            UnprivilegedPostgres.giveTo(owner(folder), data);
            assertThat(owner(data)).isEqualTo(owner(folder));
            return;
        }
        Path programs = UnprivilegedPostgres.prepare(folder.resolve("programs"), data);

        String log = run(List.of(programs.resolve("initdb").toString(), "-A", "trust", "-N", "-D", data.toString()));

        Path control = data.resolve("global/pg_control");
        assertThat(control).describedAs(log).exists();
        assertThat(owner(control)).isEqualTo(UnprivilegedPostgres.NOBODY);

        UnprivilegedPostgres.giveTo(0, data);
        assertThat(owner(control)).isZero();
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String log = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return log;
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
