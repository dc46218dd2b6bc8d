package org.tianbo.certification.certificate;

import java.time.Instant;
import java.util.UUID;
import org.tianbo.people.Counties.CountyView;

/**
 * A certificate as anybody may see it: the holder's name, never the village.
 *
 * @param revokedAt null while it is valid
 */
public record CertificateView(
        String serial, UUID trainee, String name, CountyView county, Instant issuedAt, Instant revokedAt) {

    public boolean valid() {
        return revokedAt == null;
    }
}
