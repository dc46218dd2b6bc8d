package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.VerifiedMilestones.Reached;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.Refused;

class WantedPaymentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final List<Reached> REACHED = List.of(
            new Reached(Stage.CERTIFIED, UUID.randomUUID(), Instant.parse("2026-10-01T02:00:00Z"), "/certificates/1"));

    @Test
    void whatWasPaidForWhatWasReachedIsRead() {
        WantedPayment.Checked checked = wanted("certified", "1,500.5", " 财 2026-17 ", "2026-10-01", "培训补贴")
                .checked(REACHED, TODAY);

        assertThat(checked.fen()).isEqualTo(150_050);
        assertThat(checked.voucher()).isEqualTo("财 2026-17");
        assertThat(checked.paidOn()).isEqualTo("2026-10-01");
        assertThat(checked.reached()).isEqualTo(REACHED.get(0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            steady-3,  500, 1, 2026-10-02, 培训补贴, milestone, ledger.milestone-missing
            -,         500, 1, 2026-10-02, 培训补贴, milestone, ledger.milestone-missing
            certified, 0,   1, 2026-10-02, 培训补贴, amount, ledger.amount-unreadable
            certified, -5,  1, 2026-10-02, 培训补贴, amount, ledger.amount-unreadable
            certified, 1e9, 1, 2026-10-02, 培训补贴, amount, ledger.amount-unreadable
            certified, 1000000.01, 1, 2026-10-02, 培训补贴, amount, ledger.amount-unreadable
            certified, 500, -, 2026-10-02, 培训补贴, voucher, ledger.voucher-missing
            certified, 500, 1, -,          培训补贴, paid, ledger.day-missing
            certified, 500, 1, 2026-11-29, 培训补贴, paid, ledger.paid-in-future
            certified, 500, 1, 2026-09-30, 培训补贴, paid, ledger.paid-before-reached
            certified, 500, 1, 2026-10-02, 补贴, reason, ledger.reason-too-short
            """)
    void whatDoesNotFitIsSaidOfItsField(
            String milestone, String amount, String voucher, String paid, String reason, String field, String code) {
        Refused refused = catchThrowableOfType(Refused.class, () -> wanted(milestone, amount, voucher, paid, reason)
                .checked(REACHED, TODAY));

        assertThat(refused.fields()).containsExactly(new Fault.FieldFault(field, code));
    }

    private static WantedPayment wanted(String milestone, String amount, String voucher, String paid, String reason) {
        String why = reason.equals("培训补贴") ? "培训补贴第一批" : reason;
        return new WantedPayment(UUID.randomUUID(), milestone, amount, voucher, paid, why, UUID.randomUUID());
    }
}
