package org.tianbo.cohort.enrolment;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.tianbo.cohort.MilestoneEvidence;

/** Told when people join a class or leave it, in the same transaction. */
public interface EnrolmentListener {

    /**
     * Writes down that these people joined the class, and how far they had come by then: nobody reaches a stage twice.
     * The caller knows that they are new to the class.
     */
    void enrolled(UUID cohort, Map<UUID, MilestoneEvidence> newcomers, Instant at);

    /** The trainee left this one class. */
    void left(UUID cohort, UUID trainee, String reason, Instant at);

    /** The trainee, who had left this class, is back; with what they reached elsewhere meanwhile. */
    void returned(UUID cohort, UUID trainee, Instant at);
}
