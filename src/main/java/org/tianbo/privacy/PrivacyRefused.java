package org.tianbo.privacy;

import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** What somebody asked for about personal data and was not done. */
public final class PrivacyRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private PrivacyRefused(Kind kind, String code) {
        super(kind, code);
    }

    /** What somebody typed; the faults stand beside the fields. */
    public static PrivacyRefused wrong() {
        return new PrivacyRefused(Kind.INVALID, "privacy.invalid");
    }

    /** The copy is there no more; it can be made anew. */
    public static PrivacyRefused copyGone() {
        return new PrivacyRefused(Kind.GONE, "privacy.copy-gone");
    }

    /** Whoever asked does not confirm it as well. */
    public static PrivacyRefused sameHand() {
        return new PrivacyRefused(Kind.FORBIDDEN, "privacy.same-hand");
    }

    /** Somebody who works for the county: their work is part of what is audited. */
    public static PrivacyRefused staff() {
        return new PrivacyRefused(Kind.CONFLICT, "privacy.staff");
    }

    /** It is confirmed that the person is erased: nothing of them is corrected or copied any more. */
    public static PrivacyRefused erased() {
        return new PrivacyRefused(Kind.CONFLICT, "privacy.erased");
    }

    /** What was asked for is decided by now. */
    public static PrivacyRefused decided() {
        return new PrivacyRefused(Kind.CONFLICT, "privacy.decided");
    }

    public static NotFound unknown() {
        return new NotFound("privacy.not-found");
    }
}
