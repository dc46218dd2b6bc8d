/**
 * Grading: who waits for whom, the lease, marks and moments, what a trainee reads afterwards. A review begins with {@code practice.AttemptSubmitted}
 * and ends with {@link org.tianbo.mentoring.ReviewPublished}; other features ask {@link org.tianbo.mentoring.PublishedReviews}.
 *
 * <p>May use {@code practice}, {@code curriculum}, {@code people} and {@code media}.
 */
package org.tianbo.mentoring;
