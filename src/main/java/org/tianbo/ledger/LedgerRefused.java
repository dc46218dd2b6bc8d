package org.tianbo.ledger;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** What was asked of the ledger does not fit; its fields say why. */
public final class LedgerRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private LedgerRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** What somebody typed; the faults stand beside the fields. */
    public static LedgerRefused wrong() {
        return new LedgerRefused(Kind.INVALID, "ledger.refused");
    }

    public static Fault because(String field, String code) {
        return wrong().field(field, code);
    }

    /** Nobody decides about a flag that is about themselves. */
    public static LedgerRefused ownFlag() {
        return new LedgerRefused(Kind.FORBIDDEN, "ledger.own-flag");
    }

    /** As many files as may be are being written. */
    public static LedgerRefused busy() {
        return new LedgerRefused(Kind.TOO_MANY, "ledger.exports-busy");
    }

    /** More than a file holds. */
    public static LedgerRefused tooLong() {
        return new LedgerRefused(Kind.TOO_LARGE, "ledger.too-long");
    }

    /** More than a pack holds. */
    public static LedgerRefused packTooLong(int most) {
        return new LedgerRefused(Kind.TOO_LARGE, "ledger.pack-too-long", most);
    }

    /** The milestone was paid for otherwise; what is wrong is corrected at that entry. */
    public static LedgerRefused paidAlready() {
        return new LedgerRefused(Kind.CONFLICT, "ledger.paid-already");
    }

    /** No entry of that number in this county. */
    public static NotFound unknown() {
        return new NotFound("ledger.unknown");
    }
}
