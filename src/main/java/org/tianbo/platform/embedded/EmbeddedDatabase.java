package org.tianbo.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real PostgreSQL in a folder. It keeps what it acknowledged: settings of the library that trade safety for speed are
 * reset.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Migrates and owns the tables. */
    public static final String OWNER = "postgres";

    /** What the application signs in as: not the owner, so that row-level security binds it. */
    public static final String APPLICATION = "tianbo_app";

    private static final int ROOT = 0;

    private final EmbeddedPostgres server;
    private final ChildProcess childProcess;

    private EmbeddedDatabase(EmbeddedPostgres server, ChildProcess childProcess) {
        this.server = server;
        this.childProcess = childProcess;
    }

    /** Starts the server on a free port; the folder is made on the first start and kept. */
    public static EmbeddedDatabase start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path pidFile = folder.resolve("postmaster.pid");
        endLeftover(pidFile);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (isRoot() && LinuxUtils.isUnshareAvailable()) {
            // After a start without user namespaces it is nobody's.
            UnprivilegedPostgres.giveTo(ROOT, folder);
        } else if (isRoot()) {
            UnprivilegedPostgres.apply(builder, folder);
        }
        EmbeddedPostgres server = builder.setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        EmbeddedDatabase database = new EmbeddedDatabase(server, ChildProcess.follow(pid, pidFile));
        database.prepare();
        return database;
    }

    private static boolean isRoot() {
        return System.getProperty("os.name").equals("Linux") && "root".equals(System.getProperty("user.name"));
    }

    public String jdbcUrl(String name) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name;
    }

    private void prepare() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!answers(statement, "select 1 from pg_roles where rolname = '" + APPLICATION + "'")) {
                statement.execute("create role " + APPLICATION + " login");
            }
            for (String name : List.of("tianbo", "keycloak")) {
                if (!answers(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name);
                }
            }
        } catch (SQLException failed) {
            throw new IOException("The embedded database could not be prepared", failed);
        }
    }

    private static boolean answers(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    /**
     * After a kill -9 the shell that ends PostgreSQL may still be at work, or be gone: wait for it, then end PostgreSQL
     * here.
     */
    private static void endLeftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        ProcessHandle leftover = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .orElse(null);
        if (leftover == null) {
            Files.deleteIfExists(pidFile);
            return;
        }
        leftover.destroy();
        try {
            leftover.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            leftover.destroyForcibly();
            leftover.onExit().join();
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IOException("Waiting for the old PostgreSQL failed", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        childProcess.close();
    }
}
