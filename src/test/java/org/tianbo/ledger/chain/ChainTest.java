package org.tianbo.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Sha256;

class ChainTest {

    private static final UUID CLASS = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-09-12T01:30:00.123456789Z");

    /** What was hashed once has to be hashed alike for ever: a change of this text breaks every chain there is. */
    @Test
    void anEntryIsWrittenInOneWayOnly() {
        ChainedEntry entry = Chain.linked("fengcheng", ChainHead.none(), opened("一班"), Sha256.begin());

        assertThat(entry.canonical())
                .isEqualTo("{\"at\":\"2026-09-12T01:30:00.123456Z\","
                        + "\"cohort\":\"019a0000-0000-7000-8000-000000000001\","
                        + "\"content\":{\"from\":\"2026-09-01\",\"name\":\"一班\"},\"county\":\"fengcheng\","
                        + "\"day\":\"2026-09-12\",\"hand\":false,\"kind\":\"class\",\"prev\":\"" + "0".repeat(64)
                        + "\","
                        + "\"reason\":\"\",\"recorded_at\":\"2026-09-12T01:30:00.123456Z\",\"seq\":1,"
                        + "\"source\":\"019a0000-0000-7000-8000-000000000001\","
                        + "\"thing\":\"019a0000-0000-7000-8000-000000000001\"}");
        assertThat(HexFormat.of().formatHex(entry.hash())).isEqualTo(Sha256.hex(entry.canonical()));
    }

    @Test
    void eachEntryHoldsTheHashOfTheOneBefore() {
        ChainedEntry first = Chain.linked("fengcheng", ChainHead.none(), opened("一班"), Sha256.begin());
        ChainedEntry second =
                Chain.linked("fengcheng", new ChainHead(first.seq(), first.hash()), opened("二班"), Sha256.begin());

        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.prev()).isEqualTo(first.hash());
        assertThat(second.canonical()).contains(HexFormat.of().formatHex(first.hash()));
    }

    /** PostgreSQL stores neither the character zero nor half a character. */
    @Test
    void whatCannotBeStoredIsReplacedBeforeItIsHashed() {
        NewEntry odd = opened("一\u0000班\ud83c");

        assertThat(Chain.content(odd.entry().values())).contains("一\ufffd班\ufffd");
        assertThat(opened("\ud83c\udf3e").entry().values()).containsValue("\ud83c\udf3e");
    }

    private static NewEntry opened(String name) {
        LedgerEntry entry = new LedgerEntry(
                EntryKind.CLASS,
                CLASS.toString(),
                CLASS,
                AT,
                null,
                CLASS,
                null,
                null,
                Map.of(EntryField.NAME, name, EntryField.FROM, "2026-09-01", EntryField.PLAN, ""));
        return new NewEntry(entry, LocalDate.of(2026, 9, 12), null, null, false, null, AT);
    }
}
