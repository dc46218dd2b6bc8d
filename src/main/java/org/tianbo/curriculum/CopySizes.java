package org.tianbo.curriculum;

import java.util.Locale;

/** Size of a lesson's Chinese and English copy, drawings included, before compression. */
public record CopySizes(long zh, long en) {

    public long in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
