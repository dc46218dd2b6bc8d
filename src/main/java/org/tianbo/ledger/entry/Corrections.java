package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.Yuan;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.LockedDays;
import org.tianbo.ledger.chain.NewEntry;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalTexts.Texts;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/** Corrects the ledger where what it tells of cannot be corrected at its place: by a further entry with both values. */
@ApplicationScoped
public class Corrections {

    private static final Logger LOG = Logger.getLogger(Corrections.class);
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST = 200;

    private final Entries entries;
    private final Chain chain;
    private final LockedDays locked;
    private final SealedEntries sealed;
    private final CurrentCounty county;
    private final Clock clock;

    Corrections(
            Entries entries, Chain chain, LockedDays locked, SealedEntries sealed, CurrentCounty county, Clock clock) {
        this.entries = entries;
        this.chain = chain;
        this.locked = locked;
        this.sealed = sealed;
        this.county = county;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param field its code
     * @param value as its type is typed: money in yuan, a time in the county's zone; empty takes out what stood there
     */
    public record Wanted(String field, String value, String reason, UUID by) {}

    /** What no correction of the ledger changes: our own words, who somebody is, and what the register says. */
    private static final Set<EntryField.Type> NOT_BY_HAND =
            EnumSet.of(EntryField.Type.CODE, EntryField.Type.PERSON, EntryField.Type.REGISTER);

    /** What can be corrected by hand: what people write. */
    public static List<EntryField> correctable(EntryKind kind) {
        return kind == EntryKind.LOCK
                ? List.of()
                : kind.fields().stream()
                        .filter(field -> !NOT_BY_HAND.contains(field.type()))
                        .toList();
    }

    /** What stands by all that was written about a thing, the earliest first: a later word counts more. */
    public static Map<EntryField, String> standing(List<ChainedEntry> history) {
        Map<EntryField, String> standing = new EnumMap<>(EntryField.class);
        for (ChainedEntry entry : history) {
            Map<EntryField, String> said = Contents.values(entry.content());
            if (entry.amends() == null) {
                standing.putAll(said);
            } else {
                Contents.values(entry.before()).keySet().forEach(field -> {
                    standing.remove(field);
                    if (said.containsKey(field)) {
                        standing.put(field, said.get(field));
                    }
                });
            }
        }
        return Collections.unmodifiableMap(standing);
    }

    /**
     * Appends a correction; one that says what stands already changes nothing.
     *
     * @throws Refused when a field does not fit
     */
    @Transactional
    public void correct(long seq, Wanted wanted) {
        ChainedEntry entry = entries.entry(seq);
        EntryKind kind = EntryKind.of(entry.kind()).orElseThrow(LedgerRefused::unknown);
        Refused refused = LedgerRefused.wrong();
        EntryField field = EntryField.of(Objects.toString(wanted.field(), ""))
                .filter(correctable(kind)::contains)
                .orElse(null);
        if (field == null) {
            refused.field("field", "ledger.field-missing");
        }
        String reason = Objects.toString(wanted.reason(), "").strip();
        if (reason.length() < SHORTEST_REASON) {
            refused.field("reason", "ledger.reason-too-short");
        } else if (reason.length() > LONGEST) {
            refused.field("reason", "ledger.too-long-a-text");
        }
        String value = field == null
                ? ""
                : value(field, Objects.toString(wanted.value(), "").strip(), refused);
        refused.throwIfAny();
        // Of whom the correction will be, which is not always whom this entry is about.
        sealed.makeKey(latest(entries.ofSameThing(entry)).person());
        ChainHead head = chain.lock(county.id());
        List<ChainedEntry> history = entries.ofSameThing(entry);
        String before = standing(history).getOrDefault(field, "");
        Texts texts = sealed.readable(Collections.singleton(entry.person()));
        if (!texts.open(entry.person(), before).equals(value)) {
            append(head, history, kind, new Correction(field, before, value, reason, wanted.by()));
        }
    }

    private static ChainedEntry latest(List<ChainedEntry> history) {
        return history.get(history.size() - 1);
    }

    private record Correction(EntryField field, String before, String value, String reason, UUID by) {}

    private void append(ChainHead head, List<ChainedEntry> history, EntryKind kind, Correction correction) {
        ChainedEntry latest = latest(history);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
        LedgerEntry said = new LedgerEntry(
                kind,
                latest.source(),
                latest.thing(),
                latest.at(),
                latest.person(),
                latest.cohort(),
                correction.by(),
                correction.reason(),
                Map.of(correction.field(), correction.value()));
        Texts keys = sealed.keys(List.of(said));
        chain.append(
                county.id(),
                head,
                List.of(new NewEntry(
                        SealedEntries.seal(said, keys),
                        locked.of(county.id()).bookedOn(LocalDate.ofInstant(latest.at(), Zones.SHANGHAI), today),
                        Map.of(correction.field().code(), correction.before()),
                        latest.seq(),
                        true,
                        correction.by(),
                        clock.instant())));
        LOG.infof("Entry %d of the ledger of %s was corrected", latest.seq(), county.id());
    }

    /** As it is stored; what does not fit is written down as a fault of the field. */
    private static String value(EntryField field, String typed, Refused refused) {
        if (typed.length() > LONGEST) {
            refused.field("value", "ledger.too-long-a-text");
            return "";
        }
        if (typed.isEmpty()) {
            return "";
        }
        try {
            return switch (field.type()) {
                case NUMBER -> Long.toString(Long.parseLong(typed));
                case MONEY -> Long.toString(Yuan.fen(typed));
                case DAY -> LocalDate.parse(typed).toString();
                case TIME ->
                    LocalDateTime.parse(typed.replace(' ', 'T'))
                            .atZone(Zones.SHANGHAI)
                            .toInstant()
                            .toString();
                default -> typed;
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            refused.field("value", "ledger.value-unreadable");
            return "";
        }
    }
}
