package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.EmptyDatabase;

/** A migration may make an index while people write; Flyway's own lock does not stop it. Needs PostgreSQL's locks. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ConcurrentIndexIT {

    @Inject
    Flyway application;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @TempDir
    Path folder;

    @Test
    @Timeout(90)
    void anIndexIsMadeOutsideATransactionAndTheMigrationEnds() throws IOException, SQLException {
        Files.writeString(folder.resolve("V1__a_table.sql"), "create table filled (id int);");
        Files.writeString(
                folder.resolve("V2__an_index.sql"),
                "drop index concurrently if exists found; create index concurrently found on filled (id);");
        Files.writeString(folder.resolve("V2__an_index.sql.conf"), "executeInTransaction=false");
        try (EmptyDatabase database = EmptyDatabase.make(TianboServices.settings(), "concurrent_index")) {
            int migrations = MigrationLock.ofSession(Flyway.configure())
                    .dataSource(database.jdbcUrl(), owner, password)
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate()
                    .migrationsExecuted;

            assertThat(migrations).isEqualTo(2);
        }
    }

    @Test
    void theApplicationMigratesSoToo() {
        assertThat(application
                        .getConfiguration()
                        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                        .isTransactionalLock())
                .isFalse();
    }

    /** The default gives up after 50 seconds, in the midst of the first one's index. */
    @Test
    void whoeverMigratesSecondWaitsForTheFirst() {
        assertThat(application.getConfiguration().getLockRetryCount()).isEqualTo(MigrationLock.FOR_EVER);
        assertThat(MigrationLock.ofSession(Flyway.configure()).getLockRetryCount())
                .isEqualTo(MigrationLock.FOR_EVER);
    }
}
