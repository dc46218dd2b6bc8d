package org.tianbo.curriculum;

import java.util.Locale;

/** Words for people, in simplified Chinese and in English. */
public record Text(String zh, String en) {

    /** English for any English locale where there is any, Chinese for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isEmpty() ? en : zh;
    }
}
