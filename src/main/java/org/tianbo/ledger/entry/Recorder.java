package org.tianbo.ledger.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tianbo.platform.security.SignedIn;

/** Who is writing. */
@ApplicationScoped
class Recorder {

    private final SignedIn signedIn;

    Recorder(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    /** Null where nobody of the county is signed in: jobs, an operator. */
    UUID id() {
        if (signedIn.anonymous()) {
            return null;
        }
        try {
            return signedIn.id();
        } catch (IllegalArgumentException nobodyOfTheCounty) {
            return null;
        }
    }
}
