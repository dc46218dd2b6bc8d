package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.privacy.PersonalTexts.Texts;

class SealedEntriesTest {

    private static final UUID PERSON = new UUID(0, 7);

    /** Seals words as their number. */
    private static final Texts COUNTED = new Texts() {
        @Override
        public boolean has(UUID person) {
            return true;
        }

        @Override
        public String seal(UUID person, String words) {
            return "sealed " + words.length();
        }

        @Override
        public String open(UUID person, String sealed) {
            return sealed;
        }
    };

    @Test
    void wordsAboutSomebodyAreSealedAndNumbersStay() {
        LedgerEntry sealed = SealedEntries.seal(entry(PERSON), COUNTED);

        assertThat(sealed.values())
                .containsEntry(EntryField.TITLE, "sealed 5")
                .containsEntry(EntryField.SCORE, "83")
                .containsEntry(EntryField.FORMAT, "pitch");
        assertThat(sealed.reason()).isEqualTo("sealed 4");
        assertThat(sealed.person()).isEqualTo(PERSON);
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void whateverIsWrittenFreelyIsSealedInEveryKind(EntryKind kind) {
        Map<EntryField, String> words = new EnumMap<>(EntryField.class);
        for (EntryField field : EntryField.values()) {
            words.put(field, field.type() == EntryField.Type.TEXT ? "王大妈说" : "7");
        }
        LedgerEntry said =
                new LedgerEntry(kind, "source", new UUID(0, 1), Instant.EPOCH, PERSON, null, null, "王大妈说", words);

        LedgerEntry sealed = SealedEntries.seal(said, COUNTED);

        assertThat(sealed.reason()).isEqualTo("sealed 4");
        Set<EntryField> open = EnumSet.noneOf(EntryField.class);
        sealed.values().forEach((field, value) -> {
            if (value.equals("王大妈说")) {
                open.add(field);
            }
        });
        assertThat(open)
                .containsExactlyInAnyOrder(
                        EntryField.FORMAT,
                        EntryField.LESSON,
                        EntryField.RUBRIC,
                        EntryField.SERIAL,
                        EntryField.MONTH,
                        EntryField.SEED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryKind.class,
            names = {"QUIZ", "ONLINE", "INCOME", "SPOT_CHECK"})
    void aKindForWhichNoKeysAreMadeBeforehandHasNoFieldForWords(EntryKind kind) {
        assertThat(SealedEntries.mayHaveWords(kind)).isFalse();
        assertThat(kind.fields()).noneMatch(SealedEntries::isWords);
    }

    @Test
    void nobodyNeedsAKeyForAFieldThatIsLeftEmpty() {
        LedgerEntry said = new LedgerEntry(
                EntryKind.ENROLMENT,
                "source",
                new UUID(0, 1),
                Instant.EPOCH,
                PERSON,
                null,
                null,
                "",
                Map.of(EntryField.CONSENT, "paper", EntryField.EARLIER, ""));

        assertThat(SealedEntries.seal(said, COUNTED)).isSameAs(said);
    }

    @Test
    void whatIsAboutNobodyAloneStaysAsItIs() {
        assertThat(SealedEntries.seal(entry(null), COUNTED)).isEqualTo(entry(null));
    }

    private static LedgerEntry entry(UUID person) {
        return new LedgerEntry(
                EntryKind.PRACTICE,
                "source",
                new UUID(0, 1),
                Instant.EPOCH,
                person,
                null,
                null,
                "重新打分",
                Map.of(EntryField.TITLE, "王大妈的梨", EntryField.SCORE, "83", EntryField.FORMAT, "pitch"));
    }
}
