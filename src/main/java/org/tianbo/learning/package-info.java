/**
 * Lessons done, quizzes answered, and what a phone sends back after being offline.
 *
 * <p>Everything told is appended to {@code sync_records}; where a trainee stands is derived from it in the same transaction. Others ask
 * {@link org.tianbo.learning.LearningProgress}, observe {@link org.tianbo.learning.LessonsCompleted}, and find the record types they care about in
 * {@link org.tianbo.learning.RecordsSynced}. May use {@code curriculum} and {@code people}.
 */
package org.tianbo.learning;
