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
import org.tianbo.platform.data.Slices;
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

    /**
     * People of one thing who are named: what is told of a roster's fifty thousand does not fit into memory at once.
     * What concerns everybody of a thing, such as a session that is moved, names nobody and is read at once.
     */
    private static final int MOST_AT_ONCE = 2_500;

    private final Map<EntryKind, List<LedgerEntries>> features;
    private final Bookkeeping bookkeeping;
    private final SealedEntries sealed;
    private final Chain chain;
    private final EntityManager entities;
    private final CurrentCounty currentCounty;
    private final Recorder recorder;
    private final TransactionSynchronizationRegistry registry;
    private final TransactionManager transactions;

    PendingEntries(
            @All List<LedgerEntries> features,
            Bookkeeping bookkeeping,
            SealedEntries sealed,
            Chain chain,
            EntityManager entities,
            CurrentCounty currentCounty,
            Recorder recorder,
            TransactionSynchronizationRegistry registry,
            TransactionManager transactions) {
        this.features = features.stream().collect(Collectors.groupingBy(LedgerEntries::kind));
        this.bookkeeping = bookkeeping;
        this.sealed = sealed;
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

    /** Of everybody at once, in the order that {@link Chain} gives. */
    private void makeKeys(Pending pending, Predicate<EntryKind> ofKind) {
        pending.forEach((county, things) -> currentCounty.run(county, () -> {
            Set<UUID> people = new LinkedHashSet<>();
            parts(things)
                    .forEach(part -> people.addAll(
                            SealedEntries.withWords(said(part, ofKind).values())));
            sealed.makeKeys(people);
        }));
    }

    /** @return false where somebody lacks a key of whom, when their keys were made, no words were to be said */
    private boolean record(Pending pending, UUID by) {
        return pending.entrySet().stream()
                .allMatch(things -> currentCounty.as(things.getKey(), () -> parts(things.getValue()).stream()
                        .allMatch(part -> record(things.getKey(), part, by))));
    }

    private boolean record(String county, Map<Thing, Set<UUID>> part, UUID by) {
        ChainHead head = chain.lock(county);
        Collection<LedgerEntry> said = said(part, any -> true).values();
        return bookkeeping.record(county, head, said, by).isPresent();
    }

    /** All of it in its order; what is told of many people who are named is told of so many at a time. */
    private static List<Map<Thing, Set<UUID>>> parts(Map<Thing, Set<UUID>> things) {
        List<Map<Thing, Set<UUID>>> parts = new ArrayList<>(List.of(new LinkedHashMap<>()));
        things.forEach((thing, people) -> {
            if (people.size() <= MOST_AT_ONCE) {
                parts.get(parts.size() - 1).put(thing, people);
            } else {
                Slices.of(people, MOST_AT_ONCE).forEach(some -> parts.add(Map.of(thing, new LinkedHashSet<>(some))));
                parts.add(new LinkedHashMap<>());
            }
        });
        parts.removeIf(Map::isEmpty);
        return parts;
    }

    private Map<String, LedgerEntry> said(Map<Thing, Set<UUID>> things, Predicate<EntryKind> ofKind) {
        Map<String, LedgerEntry> said = new LinkedHashMap<>();
        for (Map.Entry<Thing, Set<UUID>> thing : things.entrySet()) {
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
