package org.tianbo.home;

import java.util.Locale;
import java.util.ResourceBundle;
import org.tianbo.platform.waiting.Waiting;

/** The words of what waits, which stand in {@code messages/waiting/<feature>*.properties}. */
record WaitingTexts(Locale locale) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What waits, to be read behind its number. */
    String what(Waiting waiting) {
        return of(waiting, "");
    }

    String action(Waiting waiting) {
        return of(waiting, ".do");
    }

    /** What was done, to be read behind its number. */
    String done(Waiting waiting) {
        return of(waiting, ".done");
    }

    private String of(Waiting waiting, String part) {
        return ResourceBundle.getBundle("messages/waiting/" + waiting.feature(), locale, NO_FALLBACK)
                .getString(waiting.name() + part);
    }
}
