/**
 * Lessons done, quizzes answered, and what a phone sends back after being offline.
 *
 * <p>Everything received is appended to {@code sync_records}; a trainee's progress is derived from it in the same
 * transaction. Others ask {@link org.tianbo.learning.LearningProgress}, observe {@link
 * org.tianbo.learning.LessonsCompleted} and {@link org.tianbo.learning.QuizzesAnswered}, and find the record types they
 * care about in {@link org.tianbo.learning.RecordsSynced}.
 */
package org.tianbo.learning;
