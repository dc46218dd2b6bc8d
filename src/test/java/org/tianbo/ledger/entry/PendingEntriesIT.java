package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainCheck;
import org.tianbo.ledger.chain.CheckedChain;
import org.tianbo.people.Counties;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.privacy.PersonalTexts;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/** What is told once more when the chain is locked may be of more people than before; needs PostgreSQL's locks. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PendingEntriesIT {

    private static final String COUNTY = "pending-county";

    private static final String CROWDED = "crowded-county";
    private static final String STATED = "stated-county";
    private static final int MANY = 6_000;

    private static final int TIMES = 3;
    private static final int FEWER = 1_000;

    private static final String READ =
            """
            select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables
            where relname = 'ledger_entries' and ? <> ''
            """;

    private static final String WITH_WORDS =
            "select person from ledger_entries where county = ? and thing = ? and reason <> ''";

    @Inject
    Counties counties;

    @Inject
    Bookkeeping bookkeeping;

    @Inject
    SealedEntries sealed;

    @Inject
    Chain chain;

    @Inject
    EntityManager entities;

    @Inject
    CurrentCounty county;

    @Inject
    Recorder recorder;

    @Inject
    TransactionSynchronizationRegistry registry;

    @Inject
    TransactionManager transactions;

    @Inject
    PersonalTexts texts;

    @Inject
    CountyReads reads;

    @Inject
    DataSource database;

    /** A meeting that was moved, with one person; from the second time it is asked for on, somebody came in late. */
    private static final class Meeting implements LedgerEntries {

        private final UUID id = Ids.next();
        private final UUID first = Ids.next();
        private final UUID late = Ids.next();
        private final Runnable atTheSecondTime;
        private int times;

        Meeting(Runnable atTheSecondTime) {
            this.atTheSecondTime = atTheSecondTime;
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ATTENDANCE;
        }

        @Override
        public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
            times++;
            if (times == 2) {
                atTheSecondTime.run();
            }
            return times == 1 ? List.of(entry(first)) : List.of(entry(first), entry(late));
        }

        private LedgerEntry entry(UUID person) {
            return new LedgerEntry(
                    EntryKind.ATTENDANCE,
                    id + "/" + person,
                    id,
                    Instant.parse("2026-10-01T00:00:00Z"),
                    person,
                    null,
                    null,
                    "下大雨",
                    Map.of(EntryField.MINUTES, "30"));
        }

        @Override
        public Page<LedgerEntry, UUID> after(UUID last, int most) {
            return new Page<>(List.of(), Optional.empty());
        }
    }

    /** Another has made the key that turns out to be lacking, and goes on to the chain once it is locked. */
    @Test
    @ActivateRequestContext
    void whoFindsAKeyLackingWhenTheChainIsLockedLetsGoOfItFirst() throws Exception {
        counties.open(COUNTY, "待记县", "Pending county");
        CountDownLatch made = new CountDownLatch(1);
        CountDownLatch locked = new CountDownLatch(1);
        Meeting meeting = new Meeting(() -> {
            locked.countDown();
            Waiting.begins(reads);
        });
        PendingEntries pending = new PendingEntries(
                List.of(meeting), bookkeeping, sealed, chain, entities, county, recorder, registry, transactions);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<?> another = beside.submit(() -> inATransaction(() -> {
                texts.of(List.of(meeting.late));
                made.countDown();
                await(locked);
                chain.lock(COUNTY);
            }));
            await(made);
            inATransaction(() -> pending.note(COUNTY, EntryKind.ATTENDANCE, meeting.id, Set.of()));

            another.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        } finally {
            beside.shutdownNow();
        }
        assertThat(county.as(
                        COUNTY, () -> reads.rows(WITH_WORDS, row -> row.getObject(1, UUID.class), COUNTY, meeting.id)))
                .containsExactlyInAnyOrder(meeting.first, meeting.late);
    }

    /** Many people of one thing, and how many of them were asked for at a time. */
    private static final class Crowd implements LedgerEntries {

        private final List<Integer> asked = new ArrayList<>();

        @Override
        public EntryKind kind() {
            return EntryKind.ATTENDANCE;
        }

        @Override
        public List<LedgerEntry> of(UUID thing, Set<UUID> people) {
            asked.add(people.size());
            return people.stream()
                    .map(person -> new LedgerEntry(
                            EntryKind.ATTENDANCE,
                            thing + "/" + person,
                            thing,
                            Instant.parse("2026-10-01T00:00:00Z"),
                            person,
                            null,
                            null,
                            "",
                            Map.of(EntryField.MINUTES, "30")))
                    .toList();
        }

        @Override
        public Page<LedgerEntry, UUID> after(UUID last, int most) {
            return new Page<>(List.of(), Optional.empty());
        }
    }

    /** Fifty thousand at once would not fit into the memory of a replica. */
    @Test
    @ActivateRequestContext
    void ofManyPeopleSomeAreToldAtATime() {
        counties.open(CROWDED, "人多县", "Crowded county");
        Crowd crowd = new Crowd();
        PendingEntries pending = new PendingEntries(
                List.of(crowd), bookkeeping, sealed, chain, entities, county, recorder, registry, transactions);
        UUID thing = Ids.next();
        Set<UUID> people = Stream.generate(Ids::next).limit(MANY).collect(Collectors.toSet());

        county.run(CROWDED, () -> QuarkusTransaction.requiringNew()
                .run(() -> pending.note(CROWDED, EntryKind.ATTENDANCE, thing, people)));

        assertThat(crowd.asked).allSatisfy(some -> assertThat(some).isLessThan(MANY));
        assertThat(county.as(
                        CROWDED,
                        () -> reads.rows(
                                "select person from ledger_entries where county = ? and thing = ?",
                                row -> row.getObject(1, UUID.class),
                                CROWDED,
                                thing)))
                .containsExactlyInAnyOrderElementsOf(people);
        CheckedChain checked =
                county.as(CROWDED, () -> QuarkusTransaction.requiringNew().call(this::checked));
        assertThat(checked.broken()).isEmpty();
        assertThat(checked.entries()).isEqualTo(MANY);
    }

    /** However much the ledger says of the county's things, and whatever PostgreSQL expects of it. */
    @Test
    @ActivateRequestContext
    void whatWasLastStatedIsLookedUpByItsKey() {
        counties.open(STATED, "常说县", "Stated county");
        Crowd crowd = new Crowd();
        county.run(STATED, () -> QuarkusTransaction.requiringNew().run(() -> {
            for (int time = 0; time < TIMES; time++) {
                Set<UUID> people = Stream.generate(Ids::next).limit(FEWER).collect(Collectors.toSet());
                bookkeeping.record(STATED, chain.lock(STATED), crowd.of(Ids.next(), people), null);
            }
            assertThat(reads.rows(READ, row -> row.getLong(1), STATED).get(0)).isLessThan(TIMES * FEWER * 5L);
        }));
    }

    private CheckedChain checked() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return ChainCheck.of(connection, CROWDED, entries -> {});
        }
    }

    private void inATransaction(Runnable work) {
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew().run(work));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
