package org.tianbo.narration.voice;

import java.util.Locale;
import java.util.Set;

/**
 * A lesson in one language: what is spoken, published and heard as a whole.
 *
 * @param lesson its slug
 * @param language {@code zh} or {@code en}
 */
public record Place(String lesson, String language) {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    public Place {
        if (!LANGUAGES.contains(language)) {
            throw NarrationRefused.languageUnknown();
        }
    }

    static Place of(String lesson, Locale locale) {
        return new Place(lesson, Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh");
    }

    /** The name of the work on it. */
    String id() {
        return language + "/" + lesson;
    }

    static Place parse(String id) {
        String[] parts = id.split("/", 2);
        return new Place(parts[1], parts[0]);
    }

    public Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
