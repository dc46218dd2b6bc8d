package org.tianbo.learning;

import java.util.Locale;
import org.tianbo.curriculum.LessonView;

/** Pages of a lesson that may be published nowhere yet, as a trainee will see them. Nothing of them is kept. */
public interface LessonPreview {

    /** The whole page of the lesson. */
    String lesson(LessonView lesson, Locale locale);

    /** The whole page of its quiz, as somebody is asked the first time. */
    String quiz(LessonView lesson, Locale locale);
}
