package org.tianbo.platform.waiting;

import java.util.List;
import java.util.UUID;

/**
 * What of one feature's work waits for a mentor, beside the rehearsals to be graded. A feature that has such work
 * answers with a bean; it then stands on the mentors' home by itself.
 */
public interface MentorsWork {

    /** Every kind of work of which something waits for this mentor, with a key of {@link WaitingWork}. */
    List<Waiting> waitingFor(UUID mentor);
}
