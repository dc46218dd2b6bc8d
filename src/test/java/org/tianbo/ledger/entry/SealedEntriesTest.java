package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.privacy.PersonalTexts.Texts;

class SealedEntriesTest {

    private static final UUID PERSON = new UUID(0, 7);

    /** Seals words as their number. */
    private static final Texts COUNTED = new Texts() {
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
