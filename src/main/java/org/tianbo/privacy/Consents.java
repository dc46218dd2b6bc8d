package org.tianbo.privacy;

import java.util.UUID;

/** Whether trainees agreed to what their county asks them to agree to. Nothing they do is held up by it. */
public interface Consents {

    /** Whether there is a text of the county that the person has neither agreed to nor refused. */
    boolean isAsked(UUID person);
}
