package org.tianbo.curriculum;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is taught, as published: to all, and beside it what the county at hand teaches of its own. Reads
 * without a version answer what is current; reads with one answer that version for ever, also after the content was
 * changed or taken away. Content that does not exist is a {@code NotFound}
 * with its own code.
 */
public interface Curriculum {

    /** Names all that is current; changes with anything that is published. */
    String edition();

    /** In the order they are taught. */
    List<CourseView> courses();

    CourseView course(String slug);

    LessonView lesson(String slug);

    /** As it is taught now, or as it was before it was taken away; empty where it never was. */
    Optional<LessonView> lastTaught(String slug);

    /**
     * The minutes of each lesson's longest version ever, which a new version never makes fewer; a lesson that never was
     * is absent.
     */
    Map<String, Integer> longest(Collection<String> lessons);

    /** What all counties are taught under that name, whatever the one at hand has made of it. */
    Optional<LessonView> shipped(String slug);

    /** Whether it stands in a course. */
    default boolean isTaught(String lesson) {
        return courses().stream().flatMap(course -> course.lessons().stream()).anyMatch(one -> one.slug()
                .equals(lesson));
    }

    LessonView lesson(String slug, String version);

    /** Whether this version of the lesson was ever published. */
    boolean knows(String slug, String version);

    /** What is spoken of a lesson, in the order it is read: title, text, then each question with its choices. */
    List<LessonView.Sentence> sentences(LessonView lesson, Locale locale);

    /** What a lesson says, section by section. */
    List<LessonView.SectionText> text(LessonView lesson, Locale locale);

    Quiz quiz(String lessonSlug);

    /** The quiz as it was when that version was on the phone: answers are graded against what was asked. */
    Quiz quiz(String lessonSlug, String version);

    /** The rubric of new reviews. */
    Rubric rubric();

    Rubric rubric(String version);

    /** Rehearsals told in words, with the scores they deserve by {@link #rubric()}; by slug. */
    List<Rubric.Example> examples();

    /** Shortest first. */
    List<RunOfShow> runsOfShow();

    /**
     * That version of a run of show, if it was ever published.
     *
     * @param format of the rehearsal: {@code pitch}, {@code product-loop}, …
     */
    Optional<RunOfShow> findRunOfShow(String format, String version);

    /** The scripted audiences of rehearsals, by slug. */
    List<Scenario> scenarios();

    /** That version of a scripted audience, if it was ever published. */
    Optional<Scenario> findScenario(String slug, String version);

    /** The words a lesson explains; none when nobody has published a glossary. */
    List<Glossary.Term> termsOf(String lesson);

    LearningPaths paths();

    /** What a person should look at in a script or a title. */
    List<WordFlag> wordsToAvoid(String text);

    /** What {@link #wordsToAvoid} looks for. */
    List<WordFlag.Phrase> phrasesToAvoid();

    Checklist checklist(String slug);

    /** Every rule in force today, whatever a store sells, by id. */
    List<Rule> rules();

    Rule rule(String slug);

    /** A rule that something older may name although it is no longer published. */
    Optional<Rule> findRule(String slug);

    /** What must be seen before a store of this path opens, in the order it is asked for. */
    List<Gate> gates(String path);
}
