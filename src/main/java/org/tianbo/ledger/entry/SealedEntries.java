package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.privacy.PersonalTexts;
import org.tianbo.platform.privacy.PersonalTexts.Texts;

/**
 * What people wrote freely about somebody goes into the chain under that person's key. Once the key is destroyed the
 * words are gone, and every hash still holds: it is of the sealed words.
 */
@ApplicationScoped
public class SealedEntries {

    /** Texts that nobody writes freely: codes, versions and numbers of ours. All other texts are sealed. */
    private static final Set<EntryField> OUR_CODES = EnumSet.of(
            EntryField.FORMAT,
            EntryField.LESSON,
            EntryField.RUBRIC,
            EntryField.SERIAL,
            EntryField.MONTH,
            EntryField.SEED);

    /** Of these no words are written about somebody: they are about nobody alone, or hold numbers and codes of ours. */
    private static final Set<EntryKind> WITHOUT_WORDS = EnumSet.of(
            EntryKind.CLASS,
            EntryKind.SESSION,
            EntryKind.QUIZ,
            EntryKind.ONLINE,
            EntryKind.INCOME,
            EntryKind.SPOT_CHECK,
            EntryKind.LOCK);

    private final PersonalTexts texts;

    SealedEntries(PersonalTexts texts) {
        this.texts = texts;
    }

    static boolean isWords(EntryField field) {
        return field.type() == EntryField.Type.TEXT && !OUR_CODES.contains(field);
    }

    /** Whether entries of this kind may say something in words about somebody. */
    static boolean mayHaveWords(EntryKind kind) {
        return !WITHOUT_WORDS.contains(kind);
    }

    /** The keys of those of whom words are to be sealed; makes those that are lacking, before the chain is locked. */
    public Texts keys(Collection<LedgerEntry> entries) {
        return texts.of(withWords(entries));
    }

    /** As {@link #keys}, when the chain is locked and no key may be made; empty where one is lacking. */
    Optional<Texts> keysMade(Collection<LedgerEntry> entries) {
        List<UUID> people = withWords(entries);
        Texts made = texts.readable(people);
        return Optional.of(made).filter(keys -> people.stream().allMatch(keys::has));
    }

    /** The people of whom words are to be sealed. */
    static List<UUID> withWords(Collection<LedgerEntry> entries) {
        return entries.stream()
                .filter(SealedEntries::hasWords)
                .map(LedgerEntry::person)
                .distinct()
                .toList();
    }

    /** Of one person, or of nobody, before the chain is locked. */
    void makeKey(UUID person) {
        makeKeys(person == null ? List.of() : List.of(person));
    }

    /** Of those who have none, before the chain is locked. */
    void makeKeys(Collection<UUID> people) {
        texts.of(people);
    }

    /** To read what was sealed of these people. */
    public Texts readable(Collection<UUID> people) {
        List<UUID> known = people.stream().filter(Objects::nonNull).distinct().toList();
        return texts.readable(known);
    }

    /** The entry with its words sealed; one that is about nobody alone, or has none, as it is. */
    public static LedgerEntry seal(LedgerEntry entry, Texts keys) {
        if (!hasWords(entry)) {
            return entry;
        }
        Map<EntryField, String> sealed = new EnumMap<>(EntryField.class);
        entry.values()
                .forEach(
                        (field, value) -> sealed.put(field, isWords(field) ? keys.seal(entry.person(), value) : value));
        return new LedgerEntry(
                entry.kind(),
                entry.source(),
                entry.thing(),
                entry.at(),
                entry.person(),
                entry.cohort(),
                entry.by(),
                keys.seal(entry.person(), entry.reason()),
                sealed);
    }

    private static boolean hasWords(LedgerEntry entry) {
        return entry.person() != null
                && (!entry.reason().isEmpty()
                        || entry.values().entrySet().stream()
                                .anyMatch(value -> isWords(value.getKey())
                                        && !value.getValue().isEmpty()));
    }
}
