package org.tianbo.cohort;

import java.time.Instant;

/**
 * One milestone as it was written down.
 *
 * @param at when it happened, which may be long before it was recorded: phones are offline
 * @param reason why a stage was lost; null when it was reached
 */
record Fact(Stage stage, Change change, Instant at, Evidence evidence, String reason) {

    enum Change {
        REACHED,
        LOST
    }
}
