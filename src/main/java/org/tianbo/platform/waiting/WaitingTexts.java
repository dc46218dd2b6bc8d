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
        return behind(waiting.count(), of(waiting, ""));
    }

    /** What to do about it. */
    public String action(Waiting waiting) {
        return of(waiting, ".do");
    }

    /** What was done, to be read behind its number. */
    public String done(Waiting waiting) {
        return behind(waiting.done(), of(waiting, ".done"));
    }

    /** A text may have two parts, for one and for several: {@code person waits | people wait}. */
    private static String behind(long number, String text) {
        int parts = text.indexOf(BETWEEN);
        if (parts < 0) {
            return text;
        }
        return number == 1 ? text.substring(0, parts) : text.substring(parts + BETWEEN.length());
    }

    private String of(Waiting waiting, String part) {
        return ResourceBundle.getBundle("messages/waiting/" + waiting.feature(), locale, NO_FALLBACK)
                .getString(waiting.name() + part);
    }
}
