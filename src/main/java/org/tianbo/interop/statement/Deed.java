package org.tianbo.interop.statement;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that just happened and is to be told.
 *
 * @param object what it was done to, as {@link Statement#object()} has it
 * @param score 0–100; null for what has none
 * @param at as it was told; nothing is said to have happened later than now
 */
record Deed(Verb verb, UUID trainee, String object, Integer score, Instant at) {

    static Deed of(Verb verb, UUID trainee, String object, Instant at) {
        return new Deed(verb, trainee, object, null, at);
    }
}
