package org.tianbo.certification;

import java.util.UUID;

/** Who is certified, for other features to ask. */
public interface Certificates {

    /** Whether the trainee holds a certificate that is not revoked. */
    boolean certified(UUID trainee);
}
