package org.tianbo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tianbo.ledger.LedgerCounty.AUDITOR;
import static org.tianbo.ledger.LedgerCounty.OFFICER;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.ledger.chain.BrokenEntry;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainChecks;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.VerifyCommand;
import org.tianbo.ledger.entry.Entries;
import org.tianbo.platform.data.Schema;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.privacy.PersonalTexts;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.practice.Eventually;
import org.tianbo.testsupport.DatabaseOwner;
import org.tianbo.testsupport.Patience;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;
import org.tianbo.testsupport.database.Waiting;
import org.tianbo.testsupport.http.SimultaneousCalls;

/** The chain as the database holds it: its lock, and what its owner could do to it. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class ChainIT {

    @Inject
    LedgerCounty county;

    @Inject
    Chain chain;

    @Inject
    Entries entries;

    @Inject
    ChainChecks checks;

    @Inject
    PersonalTexts texts;

    @Inject
    CountyReads reads;

    @BeforeEach
    void aChainOfSomeLength() throws Exception {
        county.officer();
        while (seq() < 5) {
            county.open();
        }
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    @Test
    void manyAtOnceMakeOneChain() throws Exception {
        long before = seq();

        SimultaneousCalls.fourAtOnce(() -> {
            UUID last = null;
            for (int each = 0; each < 5; each++) {
                last = county.open();
            }
            return last;
        });

        assertThat(seq()).isEqualTo(before + 20);
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    /** The first has made the key and goes on to the chain once the second, whose words need it too, waits for it. */
    @Test
    void whoeverWaitsForAKeyDoesNotHoldTheChain() throws Exception {
        UUID cohort = county.open();
        UUID trainee = county.somebody();
        county.enrol(cohort, trainee, county.officer());
        long before = county.count(cohort);
        ExecutorService beside = Executors.newSingleThreadExecutor();
        try {
            Future<?> leaving =
                    county.as(() -> QuarkusTransaction.requiringNew().call(() -> {
                        texts.of(List.of(trainee));
                        Future<?> second = beside.submit(() -> county.leave(cohort, trainee, "搬走了"));
                        Waiting.begins(reads);
                        chain.lock(LedgerCounty.ID);
                        return second;
                    }));

            leaving.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        } finally {
            beside.shutdownNow();
        }
        assertThat(county.count(cohort)).isEqualTo(before + 1);
        assertThat(LedgerCounty.checkedAfter("select 1").broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            CHANGED  | 2 | update ledger_entries set content = replace(content, '":"', '":"9') where seq = 2
            CHANGED  | 2 | update ledger_entries set person = gen_random_uuid() where seq = 2
            CHANGED  | 2 | update ledger_entries set recorded_at = recorded_at + interval '1 microsecond' where seq = 2
            MISSING  | 2 | delete from ledger_entries where seq = 2
            MISSING  | 4 | delete from ledger_entries where seq > 3
            MISSING  | 2 | update ledger_entries set seq = seq + 900000 where seq in (2, 3)
            HEAD     | 3 | update ledger_heads set seq = 3 where true
            LOCK     | 3 | insert into ledger_locks (county, id, name, first_day, last_day, reason, seq, hash, \
            locked_by, locked_at) select county, gen_random_uuid(), '', '2001-01-01', '2001-01-31', '', seq, hash, \
            gen_random_uuid(), now() from ledger_entries where seq = 3
            REWRITTEN | 4 | insert into ledger_checks (county, id, asked_by, asked_at, entries, checked, ended_at, \
            hash) select county, gen_random_uuid(), gen_random_uuid(), now(), 4, 4, now(), \
            repeat('0', 64) from ledger_entries where seq = 4
            """)
    void whoeverChangesARowIsFound(BrokenEntry.Kind kind, long seq, String sql) throws Exception {
        String change = sql + " and county = '" + LedgerCounty.ID + "'";

        assertThat(LedgerCounty.checkedAfter(change).broken()).contains(new BrokenEntry(seq, kind));
    }

    /** Swapped with their hashes, only their numbers betray them. */
    @Test
    void twoSwappedRowsAreFound() throws Exception {
        String swap = "update ledger_entries set seq = %d where seq = %d and county = '" + LedgerCounty.ID + "';";

        assertThat(LedgerCounty.checkedAfter(
                                swap.formatted(900_000, 2) + swap.formatted(2, 3) + swap.formatted(3, 900_000))
                        .broken())
                .contains(new BrokenEntry(2, BrokenEntry.Kind.CHANGED));
    }

    /** Whoever knows how a row is hashed still cannot make the next row continue from it. */
    @Test
    void aRowThatWasHashedAnewDoesNotFitTheNext() throws Exception {
        ChainedEntry second = county.as(() -> entries.entry(2));
        String content = second.content().replace("\":\"", "\":\"9");
        String hash = Sha256.hex(second.canonical().replace(second.content(), content));

        assertThat(LedgerCounty.checkedAfter(
                                """
                                update ledger_entries set content = '%s', hash = decode('%s', 'hex')
                                where seq = 2 and county = '%s'
                                """
                                        .formatted(content, hash, LedgerCounty.ID))
                        .broken())
                .contains(new BrokenEntry(3, BrokenEntry.Kind.UNLINKED));
    }

    /** With the end moved too, only what an earlier check has seen tells that there was more. */
    @Test
    void aChainThatWasCutOffIsFoundByWhatAnEarlierCheckHasSeen() throws Exception {
        String cut =
                """
                insert into ledger_checks (county, id, asked_by, asked_at, entries, checked, ended_at, hash)
                select county, gen_random_uuid(), gen_random_uuid(), now(), seq, seq, now(), encode(hash, 'hex')
                from ledger_entries where county = '%1$s' and seq = 5;
                delete from ledger_entries where county = '%1$s' and seq > 3;
                update ledger_heads h set seq = 3, hash = e.hash from ledger_entries e
                where e.county = h.county and e.seq = 3 and h.county = '%1$s'
                """
                        .formatted(LedgerCounty.ID);

        assertThat(LedgerCounty.checkedAfter(cut).broken()).contains(new BrokenEntry(4, BrokenEntry.Kind.MISSING));
    }

    /** A text that closes its own braces could say one thing and be hashed as another. */
    @Test
    void anEntryThatCanBeReadInTwoWaysIsFoundAlthoughItsHashFits() throws Exception {
        ChainedEntry second = county.as(() -> entries.entry(2));
        String twice = second.content().replace("{", "{\"from\":\"2026-08-01\",");
        String hash = Sha256.hex(second.canonical().replace(second.content(), twice));

        assertThat(LedgerCounty.checkedAfter(
                                """
                                update ledger_entries set content = '%s', hash = decode('%s', 'hex')
                                where seq = 2 and county = '%s'
                                """
                                        .formatted(twice, hash, LedgerCounty.ID))
                        .broken())
                .contains(new BrokenEntry(2, BrokenEntry.Kind.AMBIGUOUS));
    }

    @Test
    void askedForTwiceAtOnceItIsCheckedOnce() {
        UUID officer = county.officer();
        long running = county.as(() -> QuarkusTransaction.requiringNew().call(() -> {
            checks.ask(officer);
            checks.ask(officer);
            return checks.latest().stream().filter(check -> !check.isEnded()).count();
        }));

        assertThat(running).isEqualTo(1);
    }

    @Test
    void theCommandTellsThatACountyHasNoLedger() throws Exception {
        try (Connection owner = DatabaseOwner.connection()) {
            Schema.Outcome whole = VerifyCommand.check(owner, Optional.of(LedgerCounty.ID));
            Schema.Outcome none = VerifyCommand.check(owner, Optional.of("no-such-county"));
            owner.rollback();

            assertThat(whole.good()).as(whole.message()).isTrue();
            assertThat(none.good()).as(none.message()).isFalse();
        }
    }

    @Test
    void anOfficerHasItCheckedAndAnAuditorSeesThatItHolds() {
        Tokens.as(OFFICER)
                .redirects()
                .follow(false)
                .post("/ledger/check")
                .then()
                .statusCode(303);

        Eventually.value(() -> Tokens.page(AUDITOR, "/ledger/check"), page -> page.contains("都对"));
    }

    private long seq() {
        return county.as(() -> chain.head(LedgerCounty.ID).seq());
    }
}
