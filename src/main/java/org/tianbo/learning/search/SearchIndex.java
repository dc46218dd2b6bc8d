package org.tianbo.learning.search;

import java.util.List;
import java.util.Map;

/**
 * All that is searched, in one language, as phones get it.
 *
 * @param language {@code zh} or {@code en}
 * @param words of the glossary, in the order they are explained
 * @param lessons in the order they are taught
 * @param readings syllables, each with all Chinese characters of the texts for which it is typed; empty in English
 */
public record SearchIndex(String language, List<Word> words, List<Lesson> lessons, Map<String, String> readings) {

    /** @param at address of the lesson that explains it */
    public record Word(String term, String says, String at) {}

    /** @param at its address */
    public record Lesson(String title, String idea, String at, List<Part> parts) {}

    /**
     * @param id where it is on the lesson's page
     * @param title empty for the first
     * @param says sentences
     */
    public record Part(String id, String title, List<String> says) {}
}
