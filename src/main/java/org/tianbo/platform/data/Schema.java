package org.tianbo.platform.data;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The database's schema, seen to before anything else of the application is there. Where many replicas serve, one run
 * of the {@code migrate} command signs in as the owner and migrates; the replicas know the application's role only, do
 * not migrate, and do not start on a schema that lacks what they need. A schema that is ahead is another replica's,
 * newer than this one.
 */
public final class Schema {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String APPLICATION = "quarkus.datasource.username";
    private static final String FOLDER = "db/migration/";
    private static final String VERSIONED = FOLDER + "V";
    private static final String SQL = ".sql";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String MIGRATE_AT_START = "quarkus.flyway.migrate-at-start";

    private final SmallRyeConfig config;

    private Schema(SmallRyeConfig config) {
        this.config = config;
    }

    /** As the configuration of this process leads to it. */
    public static Schema configured() {
        // Quarkus has not set the levels yet, and Flyway tells everything it thinks.
        Logger.getLogger("").setLevel(Level.WARNING);
        // Without the mappings of every extension, which this has no use for and which take longer than all it does.
        return new Schema(
                ConfigUtils.emptyConfigBuilder().addDiscoveredSources().build());
    }

    /** Brings the schema up to date as its owner. What to say: how it went, or why it did not. */
    public Outcome migrate() {
        Optional<String> url = value("quarkus.flyway.jdbc-url").or(() -> value(URL));
        Optional<String> owner = value("quarkus.flyway.username");
        if (url.isEmpty() || owner.isEmpty() || value(APPLICATION).isEmpty()) {
            return Outcome.bad(
                    "To migrate, set quarkus.flyway.jdbc-url, quarkus.flyway.username and quarkus.flyway.password"
                            + " to the tables' owner, and " + APPLICATION + " to the role that may use them.");
        }
        try {
            MigrateResult result =
                    flyway(url.get(), owner.get(), "quarkus.flyway.password").migrate();
            return Outcome.good("The schema is at version "
                    + Optional.ofNullable(result.targetSchemaVersion).orElse(result.initialSchemaVersion) + "; "
                    + result.migrationsExecuted + " migrations were needed.");
        } catch (FlywayException failed) {
            return Outcome.bad("The schema could not be migrated: " + failed.getMessage());
        }
    }

    /** Of the application's role, for commands that look at the data and start nothing else. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(
                value(URL).orElseThrow(() -> new SQLException(URL + " is not set")),
                value(APPLICATION).orElse(""),
                value("quarkus.datasource.password").orElse(""));
    }

    /** Whether this process may start on the schema as it is. */
    public Outcome fit() {
        Optional<String> url = value(URL);
        if (url.isEmpty()
                || config.getOptionalValue(MIGRATE_AT_START, Boolean.class).orElse(false)) {
            // Without an address the application itself says what it misses.
            return Outcome.good("The application migrates by itself.");
        }
        try {
            List<String> missing = new ArrayList<>(packed());
            missing.removeAll(done());
            if (missing.isEmpty()) {
                return Outcome.good("The schema has all that is needed.");
            }
            return Outcome.bad("The database's schema is behind, it lacks "
                    + missing.stream().limit(3).collect(Collectors.joining(", "))
                    + (missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "")
                    + ". Run this program once with the word migrate and the owner's credentials, then start again.");
        } catch (IOException | SQLException unreadable) {
            return Outcome.bad("The database's schema cannot be looked at: " + unreadable.getMessage());
        }
    }

    /** What this program came with. Flyway would find it too, and take a second of every start to do so. */
    private static List<String> packed() throws IOException {
        String program =
                Schema.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile jar = new JarFile(URLDecoder.decode(program, StandardCharsets.UTF_8))) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(VERSIONED) && name.endsWith(SQL))
                    .map(Schema::named)
                    .sorted()
                    .toList();
        }
    }

    /** Without the folders, which depend on who migrated. */
    private static String named(String script) {
        return script.substring(script.lastIndexOf('/') + 1);
    }

    private List<String> done() throws SQLException {
        List<String> done = new ArrayList<>();
        try (Connection database = connection();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select script from flyway_schema_history where success")) {
            while (rows.next()) {
                done.add(named(rows.getString(1)));
            }
        } catch (SQLException failed) {
            if (!UNDEFINED_TABLE.equals(failed.getSQLState())) {
                throw failed;
            }
        }
        return done;
    }

    /**
     * How it went.
     *
     * @param message one line for the operator
     */
    public record Outcome(boolean good, String message) {

        static Outcome good(String message) {
            return new Outcome(true, message);
        }

        static Outcome bad(String message) {
            return new Outcome(false, message);
        }
    }

    private Flyway flyway(String url, String user, String passwordSetting) {
        return MigrationLock.ofSession(Flyway.configure())
                .dataSource(url, user, value(passwordSetting).orElse(""))
                .locations("classpath:db/migration")
                // Features number their migrations apart, as quarkus.flyway.out-of-order has it.
                .outOfOrder(true)
                .placeholders(Map.of("app_role", value(APPLICATION).orElse("")))
                .load();
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
