package org.tianbo.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.people.NewPerson;
import org.tianbo.platform.security.Roles;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Whatever table holds a word about somebody, none holds it once they are erased; needs every table there is. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class NothingLeftIT {

    private static final String COUNTY = "nothing-left";
    private static final String OTHER = "nothing-left-there";
    private static final String WORD = "忘我之词";

    /**
     * Tables about one person whose texts are codes of ours, numbers or sealed; who works for the county is not erased,
     * and why the office had somebody erased is the office's word.
     */
    private static final List<String> CODES_ALONE = List.of(
            "card_claims",
            "certificates",
            "counted_trainees",
            "erasures",
            "last_calls",
            "ledger_entries",
            "lessons_done",
            "lessons_opened",
            "mentorship_changes",
            "personal_keys",
            "personal_looks",
            "quiz_results",
            "staff",
            "staff_changes",
            "steady_turns",
            "stores",
            "sync_records",
            "video_answers");

    private static final String WITH_WORDS =
            """
            select distinct c.table_name
            from information_schema.columns c
            join information_schema.columns p on p.table_schema = c.table_schema and p.table_name = c.table_name
                and p.column_name in ('person', 'trainee', 'owner') and p.data_type = 'uuid'
            join pg_policies k on k.tablename = c.table_name and k.policyname = 'own_county'
            where c.table_schema = current_schema() and c.data_type in ('text', 'jsonb')
                and c.column_name not in ('county', 'state')
                and not exists (select 1 from information_schema.constraint_column_usage u
                    join information_schema.check_constraints h using (constraint_schema, constraint_name)
                    where u.table_name = c.table_name and u.column_name = c.column_name
                        and h.check_clause like '%ARRAY[%')
            order by 1
            """;

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void noTableHoldsAWordOfSomebodyWhoIsErased() throws SQLException, IOException {
        counties.open(COUNTY, "无痕县", "No trace county");
        counties.open(OTHER, "无痕邻县", "No trace next door");
        newcomers.join(COUNTY, "leaves-no-trace-asks", Roles.OFFICER);
        newcomers.join(COUNTY, "leaves-no-trace-confirms", Roles.OFFICER);
        UUID person = newcomers.join(
                COUNTY,
                new NewPerson("leaves-no-trace", WORD, "19900000481", "0481", null, "FEMALE", null, null, "", ""),
                Roles.TRAINEE);
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set tianbo.county = '*'");
            statement.execute("set session_replication_role = replica");
            statement.execute(filling(person));
            statement.execute("set session_replication_role = origin");
            List<String> filled = holding(statement);
            List<String> unfilled = new ArrayList<>(EveryColumn.column(statement, WITH_WORDS));
            unfilled.removeAll(CODES_ALONE);
            unfilled.removeIf(table -> filled.stream().anyMatch(one -> one.startsWith(table + ".")));
            assertThat(unfilled)
                    .as("tables about a person with free words: fill them in every-word.sql, and erase them")
                    .isEmpty();

            erase(person);

            assertThat(holding(statement)).isEmpty();
            assertThat(EveryColumn.column(statement, "select state from attempts where trainee = '" + person + "'"))
                    .as("what was still being processed")
                    .containsExactly("failed");
        }
    }

    private static void erase(UUID person) {
        page("leaves-no-trace-asks")
                .formParam("reason", "本人要求")
                .post("/privacy/erase/" + person)
                .then()
                .statusCode(303);
        String shown = page("leaves-no-trace-confirms").get("/privacy").asString();
        String erasure = shown.replaceFirst("(?s).*?/privacy/erasures/([0-9a-f-]{36})/.*", "$1");
        page("leaves-no-trace-confirms")
                .post("/privacy/erasures/" + erasure + "/confirm")
                .then()
                .statusCode(303);
        Eventually.value(() -> page("leaves-no-trace-asks").get("/privacy").asString(), text -> text.contains("删完"));
    }

    private static RequestSpecification page(String login) {
        return Tokens.as(login)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .accept("text/html")
                .redirects()
                .follow(false);
    }

    /** Columns of both counties in which the word stands. */
    private static List<String> holding(Statement statement) throws SQLException {
        return EveryColumn.holding(statement, List.of(COUNTY, OTHER), WORD, "19900000481");
    }

    private static String filling(UUID person) throws IOException {
        try (InputStream in = NothingLeftIT.class.getResourceAsStream("/every-word.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":county", "'" + COUNTY + "'")
                    .replace(":other", "'" + OTHER + "'")
                    .replace(":person", "'" + person + "'")
                    .replace(":id", "'" + UUID.randomUUID() + "'")
                    .replace(":word", "'" + WORD + "'");
        }
    }
}
