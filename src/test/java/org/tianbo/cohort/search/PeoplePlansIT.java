package org.tianbo.cohort.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.cohort.Stage;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;

/**
 * How PostgreSQL finds people of one county among many: by an index that it needs no table beside. Needs the planner,
 * and as many rows as make it choose.
 */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePlansIT {

    private static final int COUNTIES = 12;
    private static final int PEOPLE = 12_000;
    private static final String COUNTY = "plans-1";

    @Inject
    CountyReads reads;

    @Inject
    CurrentCounty county;

    @Inject
    PhoneNumbers phones;

    @BeforeAll
    void manyCountiesWhoseRowsLieBetweenEachOther() throws SQLException {
        owner(
                "insert into counties select 'plans-' || n, '县', 'County' from generate_series(1, " + COUNTIES + ") n",
                "insert into cohorts (county, id, name, starts_on, ends_on, opened_at) select 'plans-' || n,"
                        + " md5('plans-class' || n)::uuid, '班', '2026-01-01', '2027-01-01', now()"
                        + " from generate_series(1, " + COUNTIES + ") n",
                "insert into people (county, id, login, name, mobile, created_at, reading, spellings) select 'plans-'"
                        + " || 1 + n % " + COUNTIES + ", md5('plans' || n)::uuid, 'plans-' || n, '张' || n,"
                        + " (13800000000 + n * 7919)::text, now(), 'zhang ' || n, ' z' || n from generate_series(1, "
                        + PEOPLE + ") n",
                "insert into enrolments (county, id, cohort, trainee, consent, enrolled_at) select county,"
                        + " gen_random_uuid(), md5('plans-class' || substr(county, 7))::uuid, id, 'paper', now()"
                        + " from people where county like 'plans-%'",
                "vacuum analyze listed_trainees, people, enrolments");
    }

    @AfterAll
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            for (int number = 1; number <= COUNTIES; number++) {
                DatabaseOwner.removeCounty(owner, "plans-" + number);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z12", "张12", "没有这个人", "1234 z"})
    void wordsAreLookedForInAnIndexOfTheCounty(String words) throws IOException {
        PeopleFilter filter = filter(words, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(scans(filter, PeopleOrder.BY_NAME))
                .anyMatch(scan -> scan.contains("Index") && scan.contains("listed_trainees_by_"));
        for (PeopleOrder.Key key : PeopleOrder.Key.values()) {
            assertThat(scans(filter, new PeopleOrder(key, true))).noneMatch(PeoplePlansIT::readsATableWhole);
        }
        assertThat(counts(filter)).noneMatch(PeoplePlansIT::readsATableWhole);
    }

    @Test
    void thePagesOfAListStopWhereThePageEnds() throws IOException {
        assertThat(scans(filter("", Optional.empty(), Optional.empty(), Optional.empty()), PeopleOrder.BY_NAME))
                .contains("Index Only Scan listed_trainees_by_reading");
    }

    @Test
    void thePhonesEndIsARangeOfAnIndex() throws IOException {
        assertThat(counts(filter("5678", Optional.empty(), Optional.empty(), Optional.empty())))
                .anyMatch(scan -> scan.endsWith("listed_trainees_by_phone_end"));
    }

    @Test
    void filtersReadNoTableWhole() throws IOException {
        UUID ofTheClass = ask("select id from cohorts where county = ?").get(0);
        for (PeopleFilter filter : List.of(
                filter("", Optional.of(ofTheClass), Optional.empty(), Optional.empty()),
                filter("", Optional.empty(), Optional.of(Stage.LEARNING), Optional.of(false)),
                filter("z1", Optional.empty(), Optional.empty(), Optional.of(true)))) {
            assertThat(scans(filter, new PeopleOrder(PeopleOrder.Key.ACTIVE, false)))
                    .noneMatch(PeoplePlansIT::readsATableWhole);
            assertThat(counts(filter)).noneMatch(PeoplePlansIT::readsATableWhole);
        }
    }

    private static boolean readsATableWhole(String scan) {
        return scan.matches("Seq Scan (listed_trainees|people|enrolments)");
    }

    private static PeopleFilter filter(
            String words, Optional<UUID> cohort, Optional<Stage> stage, Optional<Boolean> card) {
        return new PeopleFilter(
                SearchWords.of(words),
                true,
                cohort,
                stage,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                card,
                Optional.empty(),
                Optional.empty());
    }

    private List<String> scans(PeopleFilter filter, PeopleOrder order) throws IOException {
        Conditions conditions =
                county.as(COUNTY, () -> Conditions.of(filter, COUNTY, Villages.ALL, phones, Instant.EPOCH));
        return plan(
                PeopleSearch.page(conditions, order, 51),
                Stream.concat(Stream.of(conditions.values()), Stream.of(COUNTY)).toArray());
    }

    private List<String> counts(PeopleFilter filter) throws IOException {
        Conditions conditions =
                county.as(COUNTY, () -> Conditions.of(filter, COUNTY, Villages.ALL, phones, Instant.EPOCH));
        return plan(conditions.count(), conditions.values());
    }

    /** Each scan of the plan, with the index or the table it reads. */
    private List<String> plan(String select, Object... values) throws IOException {
        String json =
                county.as(COUNTY, () -> reads.rows("explain (format json) " + select, row -> row.getString(1), values)
                        .get(0));
        List<String> scans = new ArrayList<>();
        collect(new ObjectMapper().readTree(json), scans);
        return scans;
    }

    private static void collect(JsonNode node, List<String> scans) {
        String type = node.path("Node Type").asText();
        if (type.contains("Scan") && !type.startsWith("Subquery")) {
            scans.add(type + " "
                    + node.path("Index Name").asText(node.path("Relation Name").asText()));
        }
        node.forEach(child -> collect(child, scans));
    }

    private List<UUID> ask(String select) {
        return county.as(COUNTY, () -> reads.rows(select, row -> row.getObject(1, UUID.class), COUNTY));
    }

    private static void owner(String... statements) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
