package org.tianbo.ledger.chain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.tianbo.platform.audit.LedgerEntry;

/**
 * What is about to be appended.
 *
 * @param day it is booked on
 * @param before what of its values was different before, by field name; null for what corrects nothing
 * @param amends number of the entry that it corrects; null for what corrects nothing
 * @param hand whether a person corrects the ledger itself
 * @param recordedBy who is signed in; null for what is gathered
 */
public record NewEntry(
        LedgerEntry entry,
        LocalDate day,
        Map<String, String> before,
        Long amends,
        boolean hand,
        UUID recordedBy,
        Instant recordedAt) {}
