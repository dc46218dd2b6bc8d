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
import java.time.Instant;
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
import org.junit.jupiter.api.Test;
import org.tianbo.ledger.chain.Chain;
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
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.database.Waiting;

/** What is told once more when the chain is locked may be of more people than before; needs PostgreSQL's locks. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class PendingEntriesIT {

    private static final String COUNTY = "pending-county";

    private static final String WITH_WORDS =
            "select person from ledger_entries where county = ? and thing = ? and reason <> ''";

    @Inject
    Counties counties;

    @Inject
    Bookkeeping bookkeeping;

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
                List.of(meeting), bookkeeping, chain, entities, county, recorder, registry, transactions);
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

            another.get(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            beside.shutdownNow();
        }
        assertThat(county.as(
                        COUNTY, () -> reads.rows(WITH_WORDS, row -> row.getObject(1, UUID.class), COUNTY, meeting.id)))
                .containsExactlyInAnyOrder(meeting.first, meeting.late);
    }

    private void inATransaction(Runnable work) {
        county.run(COUNTY, () -> QuarkusTransaction.requiringNew().run(work));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
