package org.tianbo.curriculum;

import java.util.Locale;

/** A lesson in a list: enough to say what it is about and what opening it costs. */
public record LessonSummary(
        String slug, String version, String course, int number, Text title, Text idea, int minutes, CopySizes bytes) {

    /** Size of a lesson's Chinese and English copy, drawings included, before compression. */
    public record CopySizes(long zh, long en) {

        public long in(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
        }
    }
}
