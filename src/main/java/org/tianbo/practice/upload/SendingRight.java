package org.tianbo.practice.upload;

import java.util.UUID;
import java.util.function.Function;
import org.tianbo.practice.attempt.Attempt;

/**
 * How whoever sends comes to the attempt; each throws what happened when it is not theirs to send to.
 *
 * @param holder tells one who sends from another
 * @param recorder the device it comes from, as {@link org.tianbo.practice.attempt.Recorder} says
 * @param look reads the attempt
 * @param lock reads it, and nobody else changes it until the transaction ends
 */
public record SendingRight(UUID holder, String recorder, Function<UUID, Attempt> look, Function<UUID, Attempt> lock) {}
