package org.tianbo.store;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What a store's papers do not allow. */
public final class StoreRefused {

    private StoreRefused() {}

    public static Refused gateUnknown() {
        return new NotFound("store.gate-unknown");
    }

    public static Refused gateConfirmed() {
        return Refused.conflict("store.gate-confirmed");
    }

    /** Each lot of produce is looked at before the next is taken. */
    public static Refused lotWaits() {
        return Refused.conflict("store.lot-waits");
    }

    /** What was handed in was removed when its time was over. */
    public static Refused papersGone() {
        return Refused.conflict("store.papers-gone");
    }

    /** The trainee handed in something else while somebody was looking at the old. */
    public static Refused evidenceChanged() {
        return Refused.conflict("store.evidence-changed");
    }

    public static Refused notForYouToCheck() {
        return Refused.forbidden("store.not-for-you-to-check");
    }

    public static Refused gatesMissing(int missing) {
        return Refused.conflict("store.gates-missing", missing);
    }

    public static Refused openAlready() {
        return Refused.conflict("store.open-already");
    }

    public static Refused notOpen() {
        return Refused.conflict("store.not-open");
    }

    /** Orders are taken of stores that are open. */
    public static Refused takesNoOrders() {
        return Refused.conflict("orders.store-not-open");
    }

    /** Somebody else decided while this page was open. */
    public static Refused orderDecidedAlready() {
        return Refused.conflict("orders.decided-already");
    }

    /** A field of a form; its words stand beside the field. */
    public static Refused wrong(String field, String code) {
        return Refused.invalid("store.form-invalid").field(field, code);
    }

    /** More photos are being prepared than the machine can bear; a moment later there is room again. */
    public static Refused photosBusy() {
        return wrong("photo", "store.photos-busy");
    }

    static Refused platformUnknown() {
        return Refused.ofField("platform", "orders.platform-unknown");
    }

    public static Refused monthUnreadable(String field) {
        return Refused.ofField(field, "orders.month-unreadable");
    }
}
