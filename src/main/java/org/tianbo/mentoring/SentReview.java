package org.tianbo.mentoring;

import java.util.UUID;

/**
 * A review its mentor has just published and can still take back.
 *
 * @param seconds how long still, rounded up
 */
record SentReview(UUID review, String title, long seconds) {}
