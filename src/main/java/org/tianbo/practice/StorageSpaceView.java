package org.tianbo.practice;

import java.util.Locale;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.QuotaState;

/**
 * The space a trainee's rehearsals and photos take; the trainee is shown once there is little left.
 *
 * @param full whether nothing more is taken
 * @param nearlyFull whether it is time to say so
 * @param manyOpen whether nearly as many rehearsals as may be are not finished
 */
public record StorageSpaceView(
        String limit,
        String used,
        boolean full,
        boolean nearlyFull,
        long open,
        long mostOpen,
        boolean manyOpen,
        long photos,
        long mostPhotos) {

    private static final double GIGABYTE = 1 << 30;

    public static StorageSpaceView of(QuotaState state) {
        return new StorageSpaceView(
                gigabytes(state.limits().bytes()),
                gigabytes(state.used().bytes()),
                state.used().bytes() >= state.limits().bytes(),
                state.nearly(QuotaKind.BYTES),
                state.used().openAttempts(),
                state.limits().openAttempts(),
                state.nearly(QuotaKind.OPEN_ATTEMPTS),
                state.used().photos(),
                state.limits().photos());
    }

    /** One decimal, and none that is zero: {@code 2}, {@code 1.7}. */
    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGABYTE).replace(".0", "");
    }
}
