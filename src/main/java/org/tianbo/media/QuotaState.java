package org.tianbo.media;

/** What a person or a county may keep and does keep. */
public record QuotaState(StorageAmounts limits, StorageAmounts used) {

    /** From here on it is said how much is left. */
    private static final double NEARLY = 0.8;

    /** Whether there is no place for one more. */
    boolean reached(QuotaKind kind) {
        return used.of(kind) >= limits.of(kind);
    }

    boolean exceeded(QuotaKind kind) {
        return used.of(kind) > limits.of(kind);
    }

    /** Whether it is time to say so. */
    public boolean nearly(QuotaKind kind) {
        return used.of(kind) >= NEARLY * limits.of(kind);
    }
}
