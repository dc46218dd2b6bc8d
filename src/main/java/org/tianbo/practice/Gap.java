package org.tianbo.practice;

/**
 * A place where the recording leaps over time.
 *
 * @param atMs where on the recording
 * @param lengthMs how much time passed meanwhile
 * @param reason {@code interrupted}: the recorder stood still; {@code unreadable}: a take was lost to its file
 */
public record Gap(long atMs, long lengthMs, String reason) {

    public static final String INTERRUPTED = "interrupted";
    public static final String UNREADABLE = "unreadable";
}
