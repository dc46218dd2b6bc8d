package org.tianbo.practice.hls;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How much this replica does for lives at once: whoever came first is first, and what phones send always finds a
 * connection to the database and a processor.
 */
@ApplicationScoped
class LiveTurns {

    /** Each starts two processes, which take a moment of a processor each. */
    private final Semaphore beginnings = new Semaphore(2, true);

    /** Each writes a segment and its row; fifty a second wait for no more than one or two. */
    private final Semaphore publications = new Semaphore(4, true);

    <T> T begin(Supplier<T> work) throws InterruptedException {
        return inTurn(beginnings, work);
    }

    <T> T publish(Supplier<T> work) throws InterruptedException {
        return inTurn(publications, work);
    }

    private static <T> T inTurn(Semaphore turns, Supplier<T> work) throws InterruptedException {
        turns.acquire();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
