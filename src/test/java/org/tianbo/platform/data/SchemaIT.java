package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/** What every county's table must keep to, read from PostgreSQL itself. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class SchemaIT {

    @Inject
    AgroalDataSource dataSource;

    @Inject
    CurrentCounty currentCounty;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    Optional<String> password;

    @ConfigProperty(name = "quarkus.datasource.username")
    String applicationRole;

    @Test
    void everyKeyOfACountysTableBeginsWithTheCounty() throws SQLException {
        assertThat(
                        ask(
                                """
                        select c.conrelid::regclass || ' ' || c.conname
                        from pg_constraint c
                        join pg_attribute county on county.attrelid = c.conrelid and county.attname = 'county'
                        where c.contype in ('p', 'u', 'f') and c.connamespace = 'public'::regnamespace
                          and c.conkey[1] <> county.attnum
                        union all
                        select i.indrelid::regclass || ' ' || i.indexrelid::regclass
                        from pg_index i
                        join pg_attribute county on county.attrelid = i.indrelid and county.attname = 'county'
                        join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
                        where i.indisunique and i.indkey[0] <> county.attnum
                        """))
                .isEmpty();
    }

    private static Set<String> repeatable() {
        return MigrationsTest.REPEATABLE;
    }

    /** As after a connection that was lost while a county was counted. */
    @ParameterizedTest
    @MethodSource("repeatable")
    void aMigrationOutsideATransactionThatStoppedIsRunAgainWithoutARepair(String version) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("update flyway_schema_history set success = false where version = '"
                            + version.replace('_', '.') + "'"))
                    .isOne();
        }

        MigrateResult result = Flyway.configure()
                .dataSource(url, owner, password.orElse(""))
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .placeholders(Map.of("app_role", applicationRole))
                .load()
                .migrate();

        assertThat(result.migrationsExecuted).isOne();
        assertThat(ask("select version from flyway_schema_history where not success"))
                .isEmpty();
    }

    @Test
    void everyCountysTableIsProtectedByPostgresItself() throws SQLException {
        assertThat(
                        ask(
                                """
                        select t.relname from pg_class t
                        join pg_attribute county on county.attrelid = t.oid and county.attname = 'county'
                        where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace
                          and not (t.relrowsecurity and t.relforcerowsecurity
                                   and exists (select 1 from pg_policy p where p.polrelid = t.oid))
                        """))
                .isEmpty();
    }

    @Test
    void evenAStatementThatForgetsTheCountySeesItsOwnRowsOnly() throws SQLException {
        List<String> own = currentCounty.as("zhenping", () -> asked("select distinct county from people"));
        assertThat(own).containsExactly("zhenping");
        assertThat(asked("select 1 from people")).isEmpty();
        assertThat(currentCounty.as(CurrentCounty.ROOT, () -> asked("select distinct county from people")))
                .contains("fengcheng", "zhenping");
    }

    /** An empty answer would look like the truth. */
    @Test
    void aStatementOutsideATransactionIsRefusedTheRowsOfACounty() {
        assertThatThrownBy(() -> currentCounty.as("zhenping", () -> {
                    try {
                        return ask("select distinct county from people");
                    } catch (SQLException refused) {
                        throw new IllegalStateException(refused);
                    }
                }))
                .hasStackTraceContaining("no county was named in this transaction");
    }

    @Test
    void aRowOfAnotherCountyCannotBeWritten() {
        assertThatThrownBy(
                        () -> currentCounty.as(
                                "zhenping",
                                () -> asked(
                                        """
                        insert into villages (county, id, town, name)
                        values ('fengcheng', gen_random_uuid(), 'x', 'y') returning 'written'
                        """)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aPhonesRecordOfNobodyIsRefusedAndSomebodyWithRecordsStays() {
        String append =
                """
                insert into sync_records (county, person, id, type, at, received_at, data)
                values ('zhenping', %s, gen_random_uuid(), 'lesson.opened', now(), now(), '{}') returning person::text
                """;
        assertThatThrownBy(() -> currentCounty.as("zhenping", () -> asked(append.formatted("gen_random_uuid()"))))
                .hasStackTraceContaining("somebody who is not in people");

        String anybody = currentCounty
                .as("zhenping", () -> asked(append.formatted("(select id from people where login = 'trainee7')")))
                .get(0);
        assertThatThrownBy(() -> currentCounty.as(
                        "zhenping", () -> asked("delete from people where id = '%s' returning 1".formatted(anybody))))
                .hasStackTraceContaining("foreign key");
    }

    @Test
    void postgresKeepsWhatItAcknowledges() throws SQLException {
        assertThat(ask("show fsync")).containsExactly("on");
        assertThat(ask("show synchronous_commit")).containsExactly("on");
        assertThat(ask("show full_page_writes")).containsExactly("on");
    }

    /** In a transaction, which names the current county. */
    private List<String> asked(String query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try {
                return ask(query);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
        });
    }

    private List<String> ask(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }
}
