package org.tianbo.learning.search;

import java.util.List;

/**
 * What was found, the best first.
 *
 * @param found at most {@value #MOST}
 * @param count of all
 * @param loose whether nothing holds all that was typed, and these hold a part of it
 * @param asked whether anything was typed that can be looked for
 */
public record SearchResults(List<Result> found, int count, boolean loose, boolean asked) {

    static final int MOST = 30;

    /** Where nothing was looked for. */
    public static final SearchResults NONE = new SearchResults(List.of(), 0, false, false);

    /**
     * A lesson, or a word of the glossary.
     *
     * @param at the place on its page
     * @param place heading of the section; empty where there is none
     */
    public record Result(boolean word, String at, Marked title, Marked place, Marked says) {}
}
