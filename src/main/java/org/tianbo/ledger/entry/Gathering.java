package org.tianbo.ledger.entry;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CurrentCounty;

/**
 * Asks every feature for all it holds and appends what the ledger lacks: what was there before the ledger was, and
 * whatever came past the events. Run again it finds nothing to do.
 */
@ApplicationScoped
public class Gathering implements Job {

    /** The job's name. */
    public static final String NAME = "ledger.gathering";

    private static final Logger LOG = Logger.getLogger(Gathering.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int AT_ONCE = 50;

    private final List<LedgerEntries> features;
    private final Bookkeeping bookkeeping;
    private final Chain chain;
    private final CurrentCounty county;

    Gathering(@All List<LedgerEntries> features, Bookkeeping bookkeeping, Chain chain, CurrentCounty county) {
        this.features = features.stream()
                .sorted(Comparator.comparing(LedgerEntries::kind))
                .toList();
        this.bookkeeping = bookkeeping;
        this.chain = chain;
        this.county = county;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /** Names the work of asking for what there is of one kind since that moment. */
    static String of(EntryKind kind, Instant since) {
        return kind + " " + since;
    }

    /** @param id begins with the kind of which alone is asked; any other asks for all */
    @Override
    public void run(String id) {
        List<LedgerEntries> ofKind =
                features.stream().filter(one -> id.startsWith(one.kind() + " ")).toList();
        int appended = (ofKind.isEmpty() ? features : ofKind)
                .stream().mapToInt(this::gather).sum();
        LOG.infof("%d entries were missing from the ledger of %s", appended, county.id());
    }

    @Override
    public void onExhausted(String id) {
        LOG.errorf("The ledger of %s could not be compared with what there is", id);
    }

    private int gather(LedgerEntries feature) {
        int appended = 0;
        Optional<UUID> last = Optional.of(BEFORE_ALL);
        while (last.isPresent()) {
            UUID after = last.get();
            Gathered page = QuarkusTransaction.requiringNew().call(() -> gather(feature, after));
            appended += page.appended();
            last = page.next();
        }
        return appended;
    }

    private record Gathered(int appended, Optional<UUID> next) {}

    /**
     * Nobody waits while it reads and compares. What is missing is asked for once more when the chain is locked: only
     * then can nothing later have been written down.
     */
    private Gathered gather(LedgerEntries feature, UUID after) {
        Page<LedgerEntry, UUID> page = feature.after(after, AT_ONCE);
        Map<UUID, List<LedgerEntry>> missing =
                bookkeeping.news(county.id(), page.rows()).stream().collect(Collectors.groupingBy(LedgerEntry::thing));
        if (missing.isEmpty()) {
            return new Gathered(0, page.next());
        }
        ChainHead head = chain.lock(county.id());
        List<LedgerEntry> said = missing.entrySet().stream()
                .flatMap(thing -> again(feature, thing.getKey(), thing.getValue()))
                .toList();
        OptionalInt appended = bookkeeping.record(county.id(), head, said, null);
        // Where a key is lacking the page is gone through once more, in a transaction that makes it first.
        return appended.isEmpty()
                ? new Gathered(0, Optional.of(after))
                : new Gathered(appended.getAsInt(), page.next());
    }

    /** Of a class of thousands those alone of whom something is missing: everybody in the county waits meanwhile. */
    private static Stream<LedgerEntry> again(LedgerEntries feature, UUID thing, List<LedgerEntry> missing) {
        Set<String> keys = missing.stream().map(Chain::key).collect(Collectors.toSet());
        Set<UUID> people = missing.stream().anyMatch(entry -> entry.person() == null)
                ? Set.of()
                : missing.stream().map(LedgerEntry::person).collect(Collectors.toSet());
        return feature.of(thing, people).stream().filter(entry -> keys.contains(Chain.key(entry)));
    }
}
