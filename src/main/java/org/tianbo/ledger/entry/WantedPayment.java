package org.tianbo.ledger.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.cohort.VerifiedMilestones;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.Yuan;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.time.Zones;

/**
 * A payment as somebody typed it.
 *
 * @param milestone code of a stage
 * @param amount in yuan
 * @param paidOn {@code 2026-09-12}
 */
public record WantedPayment(
        UUID person, String milestone, String amount, String voucher, String paidOn, String reason, UUID by) {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST = 200;
    private static final int LONGEST_VOUCHER = 60;
    private static final long MOST_FEN = 100_000_000;

    /** The same, read. */
    record Checked(VerifiedMilestones.Reached reached, long fen, String voucher, LocalDate paidOn, String reason) {}

    /**
     * @param standing what the person has reached
     * @throws Refused naming each field that does not fit
     */
    Checked checked(List<VerifiedMilestones.Reached> standing, LocalDate today) {
        Refused refused = LedgerRefused.wrong();
        Optional<VerifiedMilestones.Reached> reached = standing.stream()
                .filter(one -> one.stage().code().equals(milestone))
                .findFirst();
        if (reached.isEmpty()) {
            refused.field("milestone", "ledger.milestone-missing");
        }
        long fen = fen(refused);
        String number = text(voucher);
        if (number.isEmpty() || number.length() > LONGEST_VOUCHER) {
            refused.field("voucher", number.isEmpty() ? "ledger.voucher-missing" : "ledger.too-long-a-text");
        }
        String why = text(reason);
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST) {
            refused.field(
                    "reason", why.length() < SHORTEST_REASON ? "ledger.reason-too-short" : "ledger.too-long-a-text");
        }
        LocalDate day = day(refused);
        if (day != null && day.isAfter(today)) {
            refused.field("paid", "ledger.paid-in-future");
        } else if (day != null
                && reached.isPresent()
                && day.isBefore(LocalDate.ofInstant(reached.get().at(), Zones.SHANGHAI))) {
            refused.field("paid", "ledger.paid-before-reached");
        }
        refused.throwIfAny();
        return new Checked(reached.orElseThrow(), fen, number, day, why);
    }

    private long fen(Refused refused) {
        long fen;
        try {
            fen = Yuan.fen(text(amount));
        } catch (NumberFormatException unreadable) {
            fen = 0;
        }
        if (fen <= 0 || fen > MOST_FEN) {
            refused.field("amount", "ledger.amount-unreadable");
        }
        return fen;
    }

    private LocalDate day(Refused refused) {
        try {
            return LocalDate.parse(text(paidOn));
        } catch (DateTimeException unreadable) {
            refused.field("paid", "ledger.day-missing");
            return null;
        }
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip().replace("\u0000", "");
    }
}
