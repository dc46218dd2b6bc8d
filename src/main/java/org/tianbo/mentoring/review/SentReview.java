package org.tianbo.mentoring.review;

import java.util.UUID;

/**
 * A review its mentor has just published and can still take back.
 *
 * @param seconds how long still, rounded up
 */
public record SentReview(UUID review, String title, long seconds) {}
