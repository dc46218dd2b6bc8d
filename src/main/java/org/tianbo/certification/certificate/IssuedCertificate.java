package org.tianbo.certification.certificate;

import java.time.Instant;
import org.tianbo.people.PersonView;

/**
 * A certificate on the desk's list.
 *
 * @param reason why it was revoked; empty while it is valid
 */
public record IssuedCertificate(PersonView trainee, String serial, Instant issuedAt, String reason) {

    public boolean valid() {
        return reason.isEmpty();
    }
}
