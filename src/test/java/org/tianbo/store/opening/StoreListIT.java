package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.StoreStatus;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.SentStatements;

/** The county's list of stores in its order, which the database makes, and what is read of it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class StoreListIT {

    private static final String COUNTY = "stores-county";
    private static final int STORES = 60;
    private static final int PAGE = 20;

    @Inject
    StoreList stores;

    @Inject
    Curriculum curriculum;

    @Inject
    CurrentCounty county;

    @Inject
    SentStatements sent;

    private List<Gate> gates;

    @BeforeEach
    void aCountyOfStores() throws SQLException {
        gates = curriculum.gates(Store.OWN_PRODUCE);
        as("insert into counties values ('%s', '店县', 'Stores') on conflict do nothing".formatted(COUNTY));
        as("insert into people (county, id, login, name, created_at) select '" + COUNTY
                + "', (lpad(to_hex(n), 32, '0'))::uuid, 'stores-' || n, 'n', now() from generate_series(1, " + STORES
                + ") as n");
        as("insert into stores (county, id, trainee, path, began_at) select '" + COUNTY
                + "', (lpad(to_hex(n), 32, '0'))::uuid, (lpad(to_hex(n), 32, '0'))::uuid, 'own-produce', now()"
                + " from generate_series(1, " + STORES + ") as n");
    }

    @AfterEach
    void remove() throws SQLException {
        try (Connection owner = DatabaseOwner.connection()) {
            DatabaseOwner.removeCounty(owner, COUNTY);
        }
    }

    @Test
    void storesSomebodyHasToLookAtComeFirstAndEachComesOnce() throws SQLException {
        handedIn(50, gates.get(0), 1);
        handedIn(7, gates.get(0), 2);
        handedIn(9, gates.get(0), 3);
        checked(9, gates.get(0), 3, true);
        handedIn(11, gates.get(0), 4);
        checked(11, gates.get(0), 4, false);
        handedIn(11, gates.get(0), 5);

        List<UUID> found = walk();

        assertThat(found).hasSize(STORES).doesNotHaveDuplicates();
        assertThat(found.subList(0, 4)).containsExactly(store(7), store(11), store(50), store(1));
        assertThat(found.subList(3, STORES)).isSorted();
    }

    @Test
    void aStoreThatMayOpenIsLookedAtUntilItWasSeenOpen() throws SQLException {
        for (Gate gate : gates) {
            checked(30, gate, null, true);
        }
        assertThat(walk()).startsWith(store(30));

        as("insert into store_turns (county, id, store, kind, on_day, link, note, photo, turned_by, turned_at) values"
                + " ('%s', gen_random_uuid(), '%s', 'OPENED', current_date, '', '', '', '%s', now())"
                        .formatted(COUNTY, store(30), store(30)));
        assertThat(walk()).startsWith(store(1), store(2));
    }

    @Test
    void aStoreWhosePapersAreGoneMayNotOpenAndWaitsForItsTrainee() throws SQLException {
        Gate papers = gates.stream().filter(Gate::needsPapers).findFirst().orElseThrow();
        for (Gate gate : gates) {
            checked(31, gate, null, true);
        }
        handedIn(31, papers, 6);
        checked(31, papers, 6, true);
        handedIn(32, papers, 7);
        as("update gate_evidence set removed_at = now() where county = '" + COUNTY + "'");

        assertThat(walk()).startsWith(store(1), store(2));
    }

    @Test
    void whatDoesNotApplyWaitsOnlyWhereTheGateIsRequired() throws SQLException {
        Gate optional =
                gates.stream().filter(gate -> !gate.required()).findFirst().orElseThrow();
        Gate required = gates.stream().filter(Gate::required).findFirst().orElseThrow();
        evidence(20, optional, 1, SubmittedEvidence.Answer.NOT_MINE);
        evidence(21, required, 2, SubmittedEvidence.Answer.NOT_MINE);

        assertThat(walk()).startsWith(store(21), store(1));
    }

    @Test
    void aPageReadsItsOwnStoresOnly() {
        assertThat(loaded(() -> stores.page(StoreList.Position.START, PAGE))).isEqualTo(PAGE);
    }

    private List<UUID> walk() {
        List<UUID> found = new ArrayList<>();
        Optional<StoreList.Position> next = Optional.of(StoreList.Position.START);
        while (next.isPresent()) {
            StoreList.Position after = next.get();
            Page<StoreStatus, StoreList.Position> page = county.as(COUNTY, () -> stores.page(after, PAGE));
            page.rows().forEach(row -> found.add(row.id()));
            next = page.next();
        }
        return found;
    }

    private long loaded(Runnable work) {
        return sent.count(Statistics::getEntityLoadCount, () -> county.run(COUNTY, work));
    }

    private static void handedIn(int store, Gate gate, int evidence) throws SQLException {
        evidence(store, gate, evidence, SubmittedEvidence.Answer.SHOWN);
    }

    private static void evidence(int store, Gate gate, int evidence, SubmittedEvidence.Answer answer)
            throws SQLException {
        as("insert into gate_evidence (county, id, store, rule, rule_version, answer, words, link, photo, "
                + "given_by, given_at)"
                + " values ('%s', '%s', '%s', '%s', '1', '%s', '', '', '', '%s', now() + interval '%d seconds')"
                        .formatted(
                                COUNTY,
                                new UUID(1, evidence),
                                store(store),
                                gate.rule(),
                                answer,
                                store(store),
                                evidence));
    }

    private static void checked(int store, Gate gate, Integer evidence, boolean confirmed) throws SQLException {
        as("insert into gate_checks (county, id, store, rule, rule_version, evidence, confirmed, note, "
                + "checked_by, checked_at)"
                + " values ('%s', gen_random_uuid(), '%s', '%s', '1', %s, %s, '', '%s', now())"
                        .formatted(
                                COUNTY,
                                store(store),
                                gate.rule(),
                                evidence == null ? "null" : "'" + new UUID(1, evidence) + "'",
                                confirmed,
                                store(store)));
    }

    private static UUID store(int number) {
        return new UUID(0, number);
    }

    private static void as(String sql) throws SQLException {
        try (Connection owner = DatabaseOwner.connection();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set tianbo.county = '*'");
            statement.execute(sql);
        }
    }
}
