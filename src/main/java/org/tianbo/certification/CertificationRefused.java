package org.tianbo.certification;

import java.time.Instant;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.NotFound;

/** What the rules of certification do not allow. */
public final class CertificationRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private CertificationRefused(Kind kind, String code) {
        super(kind, code);
    }

    public static CertificationRefused notReady() {
        return new CertificationRefused(Kind.CONFLICT, "certification.not-ready");
    }

    public static CertificationRefused certifiedAlready() {
        return new CertificationRefused(Kind.CONFLICT, "certification.certified-already");
    }

    public static CertificationRefused revokedAlready() {
        return new CertificationRefused(Kind.CONFLICT, "certification.revoked-already");
    }

    public static CertificationRefused reasonMissing() {
        CertificationRefused refused = new CertificationRefused(Kind.INVALID, "certification.reason-missing");
        refused.field("reason", "certification.reason-missing");
        return refused;
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

    public static Fault revoked(Instant at) {
        return new CertificationRefused(Kind.GONE, "certification.revoked").with("revokedAt", at);
    }
}
