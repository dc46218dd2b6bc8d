package org.tianbo.curriculum.document;

import java.util.Locale;

/**
 * Something wrong in the content, where it stands.
 *
 * @param file with forward slashes, beginning with the content folder's own name
 * @param line from 1
 * @param zh what is wrong, for a Chinese-speaking author
 * @param en the same in English
 */
public record ContentFault(String file, int line, String zh, String en) {

    public String what(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }

    /** {@code content/…/quiz.yaml:12: what}, so that an editor can jump there. */
    public String in(Locale locale) {
        return file + ":" + line + ": " + what(locale);
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
