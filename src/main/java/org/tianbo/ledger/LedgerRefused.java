package org.tianbo.ledger;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What was asked of the ledger does not fit; its fields say why. */
public final class LedgerRefused {

    private LedgerRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    public static Refused wrong() {
        return Refused.invalid("ledger.refused");
    }

    public static Refused because(String field, String code) {
        return wrong().field(field, code);
    }

    /** Nobody decides about a flag that is about themselves. */
    public static Refused ownFlag() {
        return Refused.forbidden("ledger.own-flag");
    }

    /** As many files as may be are being written. */
    public static Refused busy() {
        return Refused.tooMany("ledger.exports-busy");
    }

    /** More than a file holds. */
    public static Refused tooLong() {
        return Refused.tooLarge("ledger.too-long");
    }

    /** More than a pack holds. */
    public static Refused packTooLong(int most) {
        return Refused.tooLarge("ledger.pack-too-long", most);
    }

    /** The milestone was paid for otherwise; what is wrong is corrected at that entry. */
    public static Refused paidAlready() {
        return Refused.conflict("ledger.paid-already");
    }

    /** No entry of that number in this county. */
    public static NotFound unknown() {
        return new NotFound("ledger.unknown");
    }
}
