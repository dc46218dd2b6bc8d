package org.tianbo.certification;

import java.time.Instant;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** What the rules of certification do not allow. */
public final class CertificationRefused {

    private CertificationRefused() {}

    public static Refused notReady() {
        return Refused.conflict("certification.not-ready");
    }

    public static Refused certifiedAlready() {
        return Refused.conflict("certification.certified-already");
    }

    public static Refused revokedAlready() {
        return Refused.conflict("certification.revoked-already");
    }

    public static Refused reasonMissing() {
        return Refused.ofField("reason", "certification.reason-missing");
    }

    public static NotFound unknown() {
        return new NotFound("certification.not-found");
    }

    public static NotFound issuerUnknown() {
        return new NotFound("certification.issuer-not-found");
    }

    public static NotFound keyUnknown() {
        return new NotFound("certification.key-not-found");
    }

    public static Refused revoked(Instant at) {
        return Refused.gone("certification.revoked").with("revokedAt", at);
    }
}
