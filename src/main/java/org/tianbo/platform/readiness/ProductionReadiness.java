package org.tianbo.platform.readiness;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Checks the configuration and its surroundings before a production start, and refuses to start on a severe finding.
 */
@ApplicationScoped
class ProductionReadiness {

    private static final Logger LOG = Logger.getLogger(ProductionReadiness.class);

    private final Settings settings;
    private final AgroalDataSource database;
    private final List<ReadinessCheck> checks;
    private final Executor executor;

    ProductionReadiness(
            Config config, AgroalDataSource database, @All List<ReadinessCheck> checks, ManagedExecutor executor) {
        this.settings = key -> config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
        this.database = database;
        this.checks = checks;
        this.executor = executor;
    }

    /** Before anybody else hears of the start: no job may run on a database that loses acknowledged commits. */
    void beforeAllElse(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        if (inProduction()) {
            evaluate(findings());
        }
    }

    /** What need not delay the start runs beside what follows it. */
    void afterAllElse(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started) {
        if (inProduction()) {
            executor.execute(() -> warn(lateFindings()));
        }
    }

    private static boolean inProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod");
    }

    List<Finding> lateFindings() {
        return checks.stream()
                .filter(check -> !check.delaysStart())
                .flatMap(check -> check.findings().stream())
                .toList();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(SecretRules.findings(settings));
        findings.addAll(SurroundingsRules.findings(settings));
        checks.stream().filter(ReadinessCheck::delaysStart).forEach(check -> findings.addAll(check.findings()));
        try {
            findings.addAll(DatabaseFacts.read(database).findings());
        } catch (SQLException unreachable) {
            findings.add(Finding.severe(
                    "database-unreachable",
                    "PostgreSQL does not answer: " + unreachable.getMessage() + ".",
                    "Check quarkus.datasource.jdbc.url, username and password."));
        }
        return findings;
    }

    /** One line for each finding. The exception is of the kind that Quarkus prints without a stack trace. */
    static void evaluate(List<Finding> findings) {
        warn(findings);
        List<String> severe = findings.stream()
                .filter(Finding::stopsTheStart)
                .map(Finding::name)
                .distinct()
                .toList();
        if (!severe.isEmpty()) {
            throw new ConfigurationException("Tianbo does not start like this: " + String.join(", ", severe)
                    + ". The log above says what to do about each.");
        }
    }

    private static void warn(List<Finding> findings) {
        findings.forEach(finding -> LOG.log(
                finding.stopsTheStart() ? Logger.Level.ERROR : Logger.Level.WARN, "Unsafe in production, " + finding));
    }
}
