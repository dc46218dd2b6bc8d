package org.tianbo.platform.privacy;

import java.time.Instant;

/** What one feature removes once its time is over; each feature that has such a rule answers with a bean. */
public interface RetentionRule {

    /** Which rule; how long things are kept under it is the county's setting. */
    enum Rule {
        RECORDINGS,
        MESSAGES,
        REQUESTS,
        LOOKS,
        /** Certificates of what a store sells. */
        PRODUCE,
        /** What else sellers showed to open their stores. */
        SELLERS,
        /** What is kept of identity numbers. */
        IDENTITY,
        /** Photos that were sent and that nothing refers to. */
        UNSENT
    }

    Rule rule();

    /**
     * Removes some of what is older, for the county at hand; called outside a transaction, again and again until
     * nothing is left.
     *
     * @return how many things were removed; 0 when nothing is left
     */
    int remove(Instant before);
}
