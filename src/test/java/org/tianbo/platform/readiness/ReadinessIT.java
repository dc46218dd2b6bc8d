package org.tianbo.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.keycloak.SecondFactor;

@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ReadinessIT {

    @Inject
    AgroalDataSource database;

    @Inject
    ProductionReadiness readiness;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownersPassword;

    @Test
    void theEmbeddedPostgresKeepsWhatItAcknowledgedAndBindsTheApplication() throws SQLException {
        DatabaseFacts facts = DatabaseFacts.read(database);

        assertThat(facts.fsync()).isEqualTo("on");
        assertThat(facts.fullPageWrites()).isEqualTo("on");
        assertThat(facts.synchronousCommit()).isEqualTo("on");
        assertThat(facts.ownsTables()).isFalse();
        assertThat(facts.findings()).isEmpty();
    }

    @Test
    void theMigrationsOwnerIsFoundOutWhenTheApplicationSignsInAsIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownersPassword)) {
            DatabaseFacts facts = DatabaseFacts.read(connection);

            assertThat(facts.role()).isEqualTo(owner);
            assertThat(facts.ownsTables()).isTrue();
            assertThat(facts.findings()).extracting(Finding::name).containsExactly("database-role-superuser");
        }
    }

    @Test
    void aSessionThatDoesNotWaitForTheDiskIsFoundOut() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local synchronous_commit = off");

            assertThat(DatabaseFacts.read(connection).findings())
                    .extracting(Finding::name)
                    .containsExactly("database-synchronous-commit-off");

            connection.rollback();
        }
    }

    @Test
    void theseTestsOwnServicesWouldNeverPassForProduction() {
        assertThat(readiness.findings()).extracting(Finding::name).contains("embedded-services", "sign-in-missing");
    }

    @Test
    void keycloakIsAskedWhetherStaffNeedASecondFactorAndNoStartWaitsForIt() {
        assertThat(readiness.findings())
                .extracting(Finding::name)
                .doesNotContain("second-factor-off", "second-factor-unknown");
        assertThat(readiness.lateFindings()).extracting(Finding::name).containsExactly("second-factor-off");

        try (SecondFactor asked = new SecondFactor()) {
            assertThat(readiness.lateFindings()).isEmpty();
        }
    }
}
