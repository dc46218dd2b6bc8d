package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.cohort.VerifiedMilestones;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.chain.Chain;
import org.tianbo.ledger.chain.ChainHead;
import org.tianbo.ledger.chain.ChainedEntry;
import org.tianbo.ledger.chain.LockedDays;
import org.tianbo.ledger.chain.NewEntry;
import org.tianbo.platform.audit.EntryField;
import org.tianbo.platform.audit.EntryKind;
import org.tianbo.platform.audit.LedgerEntry;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.PersonalTexts.Texts;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.time.Zones;

/**
 * Payments for what somebody has verifiably reached, one a person and milestone. They are written straight into the
 * chain: what was written wrongly is corrected by a further entry.
 */
@ApplicationScoped
public class Payments {

    private static final Logger LOG = Logger.getLogger(Payments.class);

    private final VerifiedMilestones milestones;
    private final Entries entries;
    private final Chain chain;
    private final LockedDays locked;
    private final SealedEntries sealed;
    private final CurrentCounty county;
    private final Clock clock;

    Payments(
            VerifiedMilestones milestones,
            Entries entries,
            Chain chain,
            LockedDays locked,
            SealedEntries sealed,
            CurrentCounty county,
            Clock clock) {
        this.milestones = milestones;
        this.entries = entries;
        this.chain = chain;
        this.locked = locked;
        this.sealed = sealed;
        this.county = county;
        this.clock = clock;
    }

    /** What the person has reached and nothing was paid for, in the order of the road. */
    public List<VerifiedMilestones.Reached> payable(UUID person) {
        List<String> paid = of(person).stream().map(Payment::milestone).toList();
        return milestones.of(person).stream()
                .filter(reached -> !paid.contains(reached.stage().code()))
                .toList();
    }

    /** All that was paid for one person. */
    public List<Payment> of(UUID person) {
        // One a milestone, of which there are few.
        return payments(entries.firstsOf(EntryKind.PAYMENT, person));
    }

    /**
     * A page of all payments, the latest first.
     *
     * @param before number of the last one on the page before
     */
    public Page<Payment, Long> page(long before, int size) {
        Page<ChainedEntry, Long> page = entries.firsts(EntryKind.PAYMENT, before, size);
        return new Page<>(payments(page.rows()), page.next());
    }

    /** What all payments come to, in fen, after all corrections. */
    public long sum() {
        return entries.sum(EntryKind.PAYMENT, EntryField.AMOUNT);
    }

    /**
     * Writes a payment down; the very same one sent again is there once.
     *
     * @return number of its entry
     * @throws Refused when a field does not fit, or that milestone was paid for otherwise
     */
    @Transactional
    public long pay(WantedPayment wanted) {
        WantedPayment.Checked checked = wanted.checked(milestones.of(wanted.person()), today());
        Map<EntryField, String> values = Map.of(
                EntryField.MILESTONE, checked.reached().stage().code(),
                EntryField.AMOUNT, Long.toString(checked.fen()),
                EntryField.VOUCHER, checked.voucher(),
                EntryField.PAID, checked.paidOn().toString());
        LedgerEntry typed = new LedgerEntry(
                EntryKind.PAYMENT,
                wanted.person() + "/" + checked.reached().stage().code(),
                wanted.person(),
                checked.paidOn().atStartOfDay(Zones.SHANGHAI).toInstant(),
                wanted.person(),
                checked.reached().cohort(),
                wanted.by(),
                checked.reason(),
                values);
        LedgerEntry said = SealedEntries.seal(typed, sealed.keys(List.of(typed)));
        ChainHead head = chain.lock(county.id());
        Chain.Stated before = chain.latest(county.id(), List.of(said)).get(Chain.key(said));
        if (before != null) {
            if (before.content().equals(Chain.content(said.values()))) {
                return before.seq();
            }
            throw LedgerRefused.paidAlready();
        }
        LocalDate today = today();
        ChainHead end = chain.append(
                county.id(),
                head,
                List.of(new NewEntry(
                        said,
                        locked.of(county.id()).bookedOn(checked.paidOn(), today),
                        null,
                        null,
                        false,
                        wanted.by(),
                        clock.instant())));
        LOG.infof("Payment %d of %s was written down by %s", end.seq(), county.id(), wanted.by());
        return end.seq();
    }

    private List<Payment> payments(List<ChainedEntry> firsts) {
        Map<String, List<ChainedEntry>> histories = entries.histories(
                EntryKind.PAYMENT, firsts.stream().map(ChainedEntry::source).toList());
        Texts texts = sealed.readable(firsts.stream().map(ChainedEntry::person).toList());
        return firsts.stream()
                .map(first -> payment(first, histories.get(first.source()), texts))
                .toList();
    }

    private static Payment payment(ChainedEntry first, List<ChainedEntry> history, Texts texts) {
        Map<EntryField, String> standing = Corrections.standing(history);
        return new Payment(
                first.seq(),
                first.person(),
                first.cohort(),
                standing.getOrDefault(EntryField.MILESTONE, ""),
                standing.getOrDefault(EntryField.AMOUNT, "0"),
                texts.open(first.person(), standing.getOrDefault(EntryField.VOUCHER, "")),
                standing.getOrDefault(EntryField.PAID, ""),
                texts.open(first.person(), first.reason()),
                first.recordedAt(),
                history.size() - 1);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SHANGHAI);
    }
}
