package org.tianbo.platform.waiting;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of what waits, which stand in {@code messages/waiting/<feature>*.properties}. */
public record WaitingTexts(Locale locale) {

    private static final String BETWEEN = " | ";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What waits, to be read behind its number. */
    public String what(Waiting waiting) {
        return behind(waiting.count(), of(waiting.key(), ""));
    }

    /** What to do about it. */
    public String action(Waiting waiting) {
        return of(waiting.key(), ".do");
    }

    /** What was done, to be read behind its number. */
    public String done(Waiting waiting) {
        return done(waiting.key(), waiting.done());
    }

    /** The same for a number that was counted by itself. */
    public String done(String key, long number) {
        return behind(number, of(key, ".done"));
    }

    /** A text may have two parts, for one and for several: {@code person waits | people wait}. */
    private static String behind(long number, String text) {
        int parts = text.indexOf(BETWEEN);
        if (parts < 0) {
            return text;
        }
        return number == 1 ? text.substring(0, parts) : text.substring(parts + BETWEEN.length());
    }

    private String of(String key, String part) {
        int dot = key.indexOf('.');
        return ResourceBundle.getBundle("messages/waiting/" + key.substring(0, dot), locale, NO_FALLBACK)
                .getString(key.substring(dot + 1) + part);
    }
}
