package org.tianbo.privacy;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What somebody asked for about personal data and was not done. */
public final class PrivacyRefused {

    private PrivacyRefused() {}

    /** What somebody typed; the faults stand beside the fields. */
    public static Refused wrong() {
        return Refused.invalid("privacy.invalid");
    }

    /** The copy is there no more; it can be made anew. */
    public static Refused copyGone() {
        return Refused.gone("privacy.copy-gone");
    }

    /** Whoever asked does not confirm it as well. */
    public static Refused sameHand() {
        return Refused.forbidden("privacy.same-hand");
    }

    /** Somebody who works for the county: their work is part of what is audited. */
    public static Refused staff() {
        return Refused.conflict("privacy.staff");
    }

    /** It is confirmed that the person is erased: nothing of them is corrected or copied any more. */
    public static Refused erased() {
        return Refused.conflict("privacy.erased");
    }

    /** What was asked for is decided by now. */
    public static Refused decided() {
        return Refused.conflict("privacy.decided");
    }

    public static NotFound unknown() {
        return new NotFound("privacy.not-found");
    }
}
