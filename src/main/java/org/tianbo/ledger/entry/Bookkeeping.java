package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.LockedDays;
import org.tianbo.ledger.chain.NewEntry;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.privacy.PersonalTexts.Texts;
import org.tianbo.platform.time.Zones;

/**
 * Writes down what features say. What is new becomes an entry, what is said differently than before a correction of
 * that entry with both values, what is said again nothing. Once a day is locked, whatever is learnt of it is booked on
 * the day it is learnt.
 */
@ApplicationScoped
class Bookkeeping {

    private final Chain chain;
    private final LockedDays locked;
    private final SealedEntries sealed;
    private final Clock clock;

    Bookkeeping(Chain chain, LockedDays locked, SealedEntries sealed, Clock clock) {
        this.chain = chain;
        this.locked = locked;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** What of this is not written down, or differently, as far as can be seen without locking the chain. */
    List<LedgerEntry> news(String county, Collection<LedgerEntry> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        Map<String, Chain.Stated> latest = chain.latest(county, said);
        Texts keys = sealed.keys(said);
        return said.stream()
                .filter(entry -> isNews(entry, latest.get(Chain.key(entry))))
                .filter(entry -> isNews(SealedEntries.seal(entry, keys), latest.get(Chain.key(entry))))
                .toList();
    }

    /**
     * Within the caller's transaction.
     *
     * @param head the chain's end, which the caller has locked, once the keys for its words were made
     * @param recordedBy who is signed in; null for what is gathered
     * @return how many entries were appended; empty where a key is lacking, and nothing was: the caller lets go of the
     *     chain, has the key made, and asks again
     */
    OptionalInt record(String county, ChainHead head, Collection<LedgerEntry> said, UUID recordedBy) {
        Map<String, LedgerEntry> once = new LinkedHashMap<>();
        said.forEach(entry -> once.put(Chain.key(entry), entry));
        if (once.isEmpty()) {
            return OptionalInt.of(0);
        }
        Map<String, Chain.Stated> latest = chain.latest(county, once.values());
        Optional<Texts> made = sealed.keysMade(once.values());
        if (made.isEmpty()) {
            return OptionalInt.empty();
        }
        Texts keys = made.get();
        // What stands there unsealed, from before words were sealed, is no news either.
        List<LedgerEntry> changed = once.entrySet().stream()
                .filter(entry -> isNews(entry.getValue(), latest.get(entry.getKey())))
                .map(entry -> SealedEntries.seal(entry.getValue(), keys))
                .filter(entry -> isNews(entry, latest.get(Chain.key(entry))))
                .toList();
        if (changed.isEmpty()) {
            return OptionalInt.of(0);
        }
        LockedDays.Locks locks = locked.of(county);
        List<NewEntry> added = new ArrayList<>(changed.size());
        for (LedgerEntry entry : changed) {
            Chain.Stated before = latest.get(Chain.key(entry));
            added.add(new NewEntry(
                    entry,
                    locks.bookedOn(LocalDate.ofInstant(entry.at(), Zones.SHANGHAI), today()),
                    before == null ? null : different(before.content(), Chain.content(entry.values())),
                    before == null ? null : before.seq(),
                    false,
                    recordedBy,
                    clock.instant()));
        }
        chain.append(county, head, added);
        return OptionalInt.of(added.size());
    }

    private static boolean isNews(LedgerEntry entry, Chain.Stated before) {
        return before == null
                || !before.content().equals(Chain.content(entry.values()))
                || !Objects.equals(before.person(), entry.person())
                || !Objects.equals(before.cohort(), entry.cohort());
    }

    /** What stood there before of whatever is different now; empty texts for what was not there. */
    private static Map<String, String> different(String before, String now) {
        Map<String, String> old = Contents.texts(before);
        Map<String, String> fresh = Contents.texts(now);
        Map<String, String> different = new TreeMap<>();
        old.forEach((field, value) -> {
            if (!value.equals(fresh.get(field))) {
                different.put(field, value);
            }
        });
        fresh.keySet().stream().filter(field -> !old.containsKey(field)).forEach(field -> different.put(field, ""));
        return different;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
    }
}
