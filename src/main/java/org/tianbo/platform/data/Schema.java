package org.tianbo.platform.data;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The database's schema, seen to before anything else of the application is there. Where many replicas serve, one run of the
 * {@code migrate} command signs in as the owner and migrates; the replicas know the application's role only, do not migrate,
 * and do not start on a schema that lacks what they need. A schema that is ahead is another replica's, newer than this one.
 */
public final class Schema {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String APPLICATION = "quarkus.datasource.username";
    private static final String MIGRATE_AT_START = "quarkus.flyway.migrate-at-start";

    private final SmallRyeConfig config;

    private Schema(SmallRyeConfig config) {
        this.config = config;
    }

    /** As the configuration of this process leads to it. */
    public static Schema configured() {
        // Quarkus has not set the levels yet, and Flyway tells everything it thinks.
        Logger.getLogger("").setLevel(Level.WARNING);
        return new Schema(ConfigUtils.configBuilder().build());
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

    /** Whether this process may start on the schema as it is. */
    public Outcome fit() {
        Optional<String> url = value(URL);
        if (url.isEmpty()
                || config.getOptionalValue(MIGRATE_AT_START, Boolean.class).orElse(false)) {
            // Without an address the application itself says what it misses.
            return Outcome.good("The application migrates by itself.");
        }
        try {
            List<String> missing = Arrays.stream(
                            flyway(url.get(), value(APPLICATION).orElse(""), "quarkus.datasource.password")
                                    .info()
                                    .pending())
                    .map(MigrationInfo::getScript)
                    .toList();
            if (missing.isEmpty()) {
                return Outcome.good("The schema has all that is needed.");
            }
            return Outcome.bad("The database's schema is behind, it lacks "
                    + missing.stream().limit(3).collect(Collectors.joining(", "))
                    + (missing.size() > 3 ? " and " + (missing.size() - 3) + " more" : "")
                    + ". Run this program once with the word migrate and the owner's credentials, then start again.");
        } catch (FlywayException unreadable) {
            return Outcome.bad("The database's schema cannot be looked at: " + unreadable.getMessage());
        }
    }

    /**
     * How it went.
     *
     * @param words one line for the operator
     */
    public record Outcome(boolean good, String words) {

        static Outcome good(String words) {
            return new Outcome(true, words);
        }

        static Outcome bad(String words) {
            return new Outcome(false, words);
        }
    }

    private Flyway flyway(String url, String user, String passwordSetting) {
        return Flyway.configure()
                .dataSource(url, user, value(passwordSetting).orElse(""))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", value(APPLICATION).orElse("")))
                .load();
    }

    private Optional<String> value(String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }
}
