package org.tianbo.curriculum;

import java.util.List;

/** The trade's words in plain ones, each with the lesson that explains it where it first falls. */
public record Glossary(String slug, String version, List<Term> terms) {

    /**
     * @param says one spoken sentence
     * @param lesson slug of the lesson that explains it
     */
    public record Term(String id, Text term, Text says, String lesson) {}

    /** The words a lesson explains, in the glossary's order. */
    public List<Term> of(String lesson) {
        return terms.stream().filter(term -> term.lesson().equals(lesson)).toList();
    }
}
