package org.tianbo.narration.voice;

import java.time.Instant;
import java.util.UUID;

/**
 * One take of a sentence.
 *
 * @param sha256 of the bytes as the phone recorded them
 * @param key of the file that was made of them
 * @param at when it was spoken, see {@link TakeTime#spoken}
 */
record SpokenSentence(String sentence, String sha256, String key, long bytes, long durationMs, UUID by, Instant at) {}
