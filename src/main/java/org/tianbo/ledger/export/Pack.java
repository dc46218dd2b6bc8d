package org.tianbo.ledger.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.Lock;
import org.tianbo.ledger.entry.EntryView;
import org.tianbo.platform.audit.EntryKind;

/**
 * What a pack holds.
 *
 * @param from first day
 * @param to last day
 * @param head where the chain ended when the pack was made: nothing of the pack lies behind it
 * @param sections the entries by kind, in the order of the kinds; a kind without entries is left out
 * @param locks those that touch the period, the earliest first
 */
public record Pack(
        LocalDate from, LocalDate to, Instant madeAt, ChainHead head, List<Section> sections, List<Lock> locks) {

    /** The entries of one kind, in their order. */
    public record Section(EntryKind kind, List<EntryView> entries) {}

    public int size() {
        return sections.stream().mapToInt(section -> section.entries().size()).sum();
    }

    /** The corrections among the entries, with both values, in their order. */
    public List<EntryView> corrections() {
        return all().filter(entry -> entry.amends() != null).toList();
    }

    /** The entries whose evidence has a page of its own, in their order. */
    public List<EntryView> withEvidence() {
        return all().filter(entry -> entry.evidence().isPresent()).toList();
    }

    /** Everybody whom an entry is about. */
    Set<UUID> people() {
        return all().map(EntryView::person).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private Stream<EntryView> all() {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .sorted((one, other) -> Long.compare(one.seq(), other.seq()));
    }
}
