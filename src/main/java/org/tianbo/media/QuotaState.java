package org.tianbo.media;

/** What a person or a county may keep and does keep. */
public record QuotaState(StorageAmounts limits, StorageAmounts used) {

    /** From this share on, people are shown how much is left. */
    private static final double NEARLY = 0.8;

    /**
     * How many things may come in at the same moment without seeing each other: one for each of the sixteen parts of a
     * county's count.
     */
    private static final long AT_ONCE = 16;

    private static final long LARGEST_THING = 8L << 20;

    /** Whether what others store at this moment could exceed the limit together. */
    public boolean close(QuotaKind kind) {
        long together = kind == QuotaKind.BYTES ? AT_ONCE * LARGEST_THING : AT_ONCE;
        return limits.of(kind) - used.of(kind) < together;
    }

    /** Whether there is no place for one more. */
    public boolean reached(QuotaKind kind) {
        return used.of(kind) >= limits.of(kind);
    }

    public boolean exceeded(QuotaKind kind) {
        return used.of(kind) > limits.of(kind);
    }

    /** Whether it is time to say so. */
    public boolean nearly(QuotaKind kind) {
        return used.of(kind) >= NEARLY * limits.of(kind);
    }

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
}
