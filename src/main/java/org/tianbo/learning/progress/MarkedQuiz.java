package org.tianbo.learning.progress;

import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.QuizOrder;

/**
 * A try at a quiz, marked by what was asked.
 *
 * @param version of the lesson then
 * @param order in which questions and choices stood
 */
public record MarkedQuiz(String version, Quiz asked, QuizOrder order, Quiz.Grade grade) {}
