package org.tianbo.platform.data;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Whoever migrates keeps others out by a lock of the session, not of a transaction: an index that is made
 * {@code concurrently} waits until every open transaction has ended, and would wait for that one for ever. Whoever
 * comes second waits as long as the first needs: an index on millions of rows takes minutes.
 */
@Singleton
class MigrationLock implements FlywayConfigurationCustomizer {

    static final int FOR_EVER = -1;

    @Override
    public void customize(FluentConfiguration configuration) {
        ofSession(configuration);
    }

    static FluentConfiguration ofSession(FluentConfiguration configuration) {
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.lockRetryCount(FOR_EVER);
    }
}
