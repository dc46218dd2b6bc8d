package org.tianbo.store;

import org.tianbo.platform.error.Fault;

/** What a store's papers do not allow. */
public final class StoreRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private StoreRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    public static StoreRefused gateUnknown() {
        return new StoreRefused(Kind.NOT_FOUND, "store.gate-unknown");
    }

    public static StoreRefused gateConfirmed() {
        return new StoreRefused(Kind.CONFLICT, "store.gate-confirmed");
    }

    /** The trainee handed in something else while somebody was looking at the old. */
    public static StoreRefused evidenceChanged() {
        return new StoreRefused(Kind.CONFLICT, "store.evidence-changed");
    }

    public static StoreRefused notForYouToCheck() {
        return new StoreRefused(Kind.FORBIDDEN, "store.not-for-you-to-check");
    }

    public static StoreRefused gatesMissing(int missing) {
        return new StoreRefused(Kind.CONFLICT, "store.gates-missing", missing);
    }

    public static StoreRefused openAlready() {
        return new StoreRefused(Kind.CONFLICT, "store.open-already");
    }

    public static StoreRefused notOpen() {
        return new StoreRefused(Kind.CONFLICT, "store.not-open");
    }

    /** Orders are taken of stores that are open. */
    public static StoreRefused takesNoOrders() {
        return new StoreRefused(Kind.CONFLICT, "orders.store-not-open");
    }

    /** Somebody else decided while this page was open. */
    public static StoreRefused orderDecidedAlready() {
        return new StoreRefused(Kind.CONFLICT, "orders.decided-already");
    }

    /** A field of a form; its words stand beside the field. */
    public static StoreRefused wrong(String field, String code) {
        StoreRefused refused = new StoreRefused(Kind.INVALID, "store.form-invalid");
        refused.field(field, code);
        return refused;
    }

    /** More photos are being prepared than the machine can bear; a moment later there is room again. */
    public static StoreRefused photosBusy() {
        return wrong("photo", "store.photos-busy");
    }

    static StoreRefused platformUnknown() {
        StoreRefused refused = new StoreRefused(Kind.INVALID, "orders.platform-unknown");
        refused.field("platform", "orders.platform-unknown");
        return refused;
    }

    public static StoreRefused monthUnreadable(String field) {
        StoreRefused refused = new StoreRefused(Kind.INVALID, "orders.month-unreadable");
        refused.field(field, "orders.month-unreadable");
        return refused;
    }
}
