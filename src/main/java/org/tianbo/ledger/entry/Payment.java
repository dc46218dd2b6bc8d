package org.tianbo.ledger.entry;

import java.time.Instant;
import java.util.UUID;

/**
 * A payment as it stands after all corrections.
 *
 * @param seq number of the entry that tells of it first
 * @param cohort the class in whose numbers the milestone counts
 * @param milestone code of a stage
 * @param fen what was paid
 * @param paidOn as it was written, {@code 2026-09-12}
 * @param corrections how often it was corrected
 */
public record Payment(
        long seq,
        UUID person,
        UUID cohort,
        String milestone,
        String fen,
        String voucher,
        String paidOn,
        String reason,
        Instant recordedAt,
        long corrections) {}
