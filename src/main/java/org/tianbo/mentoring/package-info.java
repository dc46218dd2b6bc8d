/**
 * Reviews: who waits for whom, the lease, scores and moments, what a trainee reads afterwards. A review begins with
 * {@code practice.AttemptSubmitted} and ends with {@link org.tianbo.mentoring.ReviewPublished}; other features ask
 * {@link org.tianbo.mentoring.PublishedReviews}.
 */
package org.tianbo.mentoring;
