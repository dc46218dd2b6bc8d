package org.tianbo.media;

/**
 * How much is kept, or may be.
 *
 * @param bytes of rehearsals: what phones sent and the recordings made of it
 * @param chunks pieces of rehearsals that are not a recording yet
 * @param openAttempts rehearsals that are not finished
 * @param photos given as evidence
 */
public record StorageAmounts(long bytes, long chunks, long openAttempts, long photos) {

    long of(QuotaKind kind) {
        return switch (kind) {
            case BYTES -> bytes;
            case CHUNKS -> chunks;
            case OPEN_ATTEMPTS -> openAttempts;
            case PHOTOS -> photos;
        };
    }
}
