package org.tianbo.ledger.entry;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntries;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.security.CurrentCounty;

/**
 * What this transaction has changed of which the ledger has to tell. It is written down as the transaction's last act,
 * when all its rows are written and the keys made under which words are sealed: only then is the chain locked, in the
 * order that {@link Chain} gives, so that no two transactions ever wait for each other, and a long one keeps nobody
 * waiting but for its last milliseconds. What is told is read once more then: only now can nobody write anything later.
 * A ledger that cannot be written undoes the transaction.
 */
@ApplicationScoped
class PendingEntries {

    private static final String KEY = PendingEntries.class.getName();

    private final Map<EntryKind, List<LedgerEntries>> features;
    private final Bookkeeping bookkeeping;
    private final Chain chain;
    private final EntityManager entities;
    private final CurrentCounty currentCounty;
    private final Recorder recorder;
    private final TransactionSynchronizationRegistry registry;
    private final TransactionManager transactions;

    PendingEntries(
            @All List<LedgerEntries> features,
            Bookkeeping bookkeeping,
            Chain chain,
            EntityManager entities,
            CurrentCounty currentCounty,
            Recorder recorder,
            TransactionSynchronizationRegistry registry,
            TransactionManager transactions) {
        this.features = features.stream().collect(Collectors.groupingBy(LedgerEntries::kind));
        this.bookkeeping = bookkeeping;
        this.chain = chain;
        this.entities = entities;
        this.currentCounty = currentCounty;
        this.recorder = recorder;
        this.registry = registry;
        this.transactions = transactions;
    }

    private record Thing(EntryKind kind, UUID id) {}

    /** The things and whom of them it is about, by county, whose order is the same for every transaction. */
    private static final class Pending extends TreeMap<String, Map<Thing, Set<UUID>>> {
        private static final long serialVersionUID = 1L;
    }

    /** @param people of whom alone to tell; empty for everybody */
    void note(String county, EntryKind kind, UUID thing, Set<UUID> people) {
        Pending pending = (Pending) registry.getResource(KEY);
        if (pending == null) {
            pending = new Pending();
            registry.putResource(KEY, pending);
            atTheEnd(pending);
        }
        Map<Thing, Set<UUID>> things = pending.computeIfAbsent(county, any -> new LinkedHashMap<>());
        Thing noted = new Thing(kind, thing);
        Set<UUID> before = things.get(noted);
        if (before == null || people.isEmpty()) {
            things.put(noted, new LinkedHashSet<>(people));
        } else if (!before.isEmpty()) {
            before.addAll(people);
        }
    }

    private void atTheEnd(Pending pending) {
        UUID by = recorder.id();
        try {
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    write(pending, by);
                }

                @Override
                public void afterCompletion(int status) {}
            });
        } catch (RollbackException | SystemException ended) {
            throw new IllegalStateException("Nothing can be written down in this transaction", ended);
        }
    }

    private void write(Pending pending, UUID by) {
        entities.flush();
        makeKeys(pending, SealedEntries::mayHaveWords);
        while (!chain.attempt(() -> record(pending, by))) {
            makeKeys(pending, any -> true);
        }
    }

    private void makeKeys(Pending pending, Predicate<EntryKind> ofKind) {
        pending.forEach((county, things) -> currentCounty.run(
                county, () -> bookkeeping.makeKeys(said(things, ofKind).values())));
    }

    /** @return false where somebody lacks a key of whom, when their keys were made, no words were to be said */
    private boolean record(Pending pending, UUID by) {
        return pending.entrySet().stream()
                .allMatch(things -> currentCounty.as(things.getKey(), () -> {
                    ChainHead head = chain.lock(things.getKey());
                    Collection<LedgerEntry> said =
                            said(things.getValue(), any -> true).values();
                    return bookkeeping.record(things.getKey(), head, said, by).isPresent();
                }));
    }

    private Map<String, LedgerEntry> said(Map<Thing, Set<UUID>> things, Predicate<EntryKind> ofKind) {
        Map<String, LedgerEntry> said = new LinkedHashMap<>();
        for (Map.Entry<Thing, Set<UUID>> thing : new ArrayList<>(things.entrySet())) {
            EntryKind kind = thing.getKey().kind();
            if (ofKind.test(kind)) {
                features.getOrDefault(kind, List.of()).stream()
                        .flatMap(one -> one.of(thing.getKey().id(), thing.getValue()).stream())
                        .forEach(entry -> said.put(Chain.key(entry), entry));
            }
        }
        return said;
    }
}
