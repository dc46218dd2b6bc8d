package org.tianbo.platform.waiting;

import java.util.List;

/**
 * What of one feature's work waits for somebody of the county's office. A feature that has such work answers with a
 * bean; it then stands on the office's home by itself.
 */
public interface WaitingWork {

    /**
     * Every kind of work the feature has, those of which nothing waits included. Everybody's day begins here: at most
     * one statement, within the transaction of whoever asks.
     */
    List<Waiting> waiting(WorkScope scope);

    /** What was done of each kind that {@link #waiting} counts as done. */
    List<DoneWork> done(WorkScope scope);
}
