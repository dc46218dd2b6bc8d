/** What follows from the records: lessons done, quizzes passed, proofs; and its recount. */
package org.tianbo.learning.progress;
