package org.tianbo.testsupport.program;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.tianbo.testsupport.FreePort;
import org.tianbo.testsupport.Patience;

/** A real PgBouncer in transaction mode in front of a database: each transaction may get another server connection. */
public final class PgBouncer implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final Process process;
    private final int port;
    private final String database;

    private PgBouncer(Process process, int port, String database) {
        this.process = process;
        this.port = port;
        this.database = database;
    }

    /**
     * @param jdbcUrl of the database behind it
     * @param user the only one who may sign in through it
     * @param serverConnections how many it holds to the database
     */
    public static PgBouncer start(String jdbcUrl, String user, int serverConnections) throws IOException, SQLException {
        URI database = URI.create(jdbcUrl.substring("jdbc:".length()));
        String name = database.getPath().substring(1);
        int port = FreePort.find();
        // As root it serves under another uid, which has to reach its files; there is no secret in them.
        Path folder = Files.createTempDirectory("pgbouncer-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path users = Files.writeString(folder.resolve("users"), "\"%s\" \"\"\n".formatted(user));
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"),
                """
                [databases]
                %s = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                ignore_startup_parameters = extra_float_digits
                """
                        .formatted(name, database.getHost(), database.getPort(), port, users, serverConnections));
        List<String> command = new ArrayList<>(
                List.of(DebianPackage.program(PROGRAM, "pgbouncer").toString(), "-q"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer pooler = new PgBouncer(process, port, name);
        pooler.awaitAnswer(user, folder.resolve("log"));
        return pooler;
    }

    /** PgBouncer before 1.21 knows no prepared statements, so the driver must not prepare any on the server. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?prepareThreshold=0";
    }

    private void awaitAnswer(String user, Path log) throws IOException, SQLException {
        long deadline = System.nanoTime() + Patience.LONG.toNanos();
        while (true) {
            try {
                DriverManager.getConnection(jdbcUrl(), user, "").close();
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    process.destroyForcibly();
                    throw new IOException("PgBouncer did not start: " + Files.readString(log), notYet);
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
