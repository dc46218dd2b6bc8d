package org.tianbo.learning;

import java.util.Locale;

/** What a download costs, as people read it. */
public final class Sizes {

    private Sizes() {}

    /** {@code 6 KB}, {@code 1.2 MB}; rounded up, so that nobody pays more than was said. */
    public static String of(long bytes) {
        if (bytes < 1_000_000) {
            return (bytes + 999) / 1000 + " KB";
        }
        return String.format(Locale.ROOT, "%.1f MB", Math.ceil(bytes / 100_000.0) / 10);
    }
}
