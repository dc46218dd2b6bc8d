package org.tianbo.curriculum;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tianbo.curriculum.content.Kind;
import org.tianbo.platform.error.Missing;
import org.tianbo.platform.time.Zones;

/**
 * Everything that is taught, as published. Reads without a version answer what is current; reads with one answer that version for ever, also after the
 * content was changed or taken away. What is not there is a 404 with a code of its own.
 */
@ApplicationScoped
public class Curriculum {

    private static final String RUBRIC = "default";
    private static final String GLOSSARY = "glossary";
    private static final String PATHS = "paths";

    private final Shelves shelves;
    private final Clock clock;

    Curriculum(Shelves shelves, Clock clock) {
        this.shelves = shelves;
        this.clock = clock;
    }

    /** In the order they are taught. */
    public List<CourseView> courses() {
        return shelves.current().courses();
    }

    public CourseView course(String slug) {
        return courses().stream()
                .filter(course -> course.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Missing("curriculum.course-not-found"));
    }

    public LessonView lesson(String slug) {
        return current(Kind.LESSON, slug, LessonView.class)
                .orElseThrow(() -> new Missing("curriculum.lesson-not-found"));
    }

    public LessonView lesson(String slug, String version) {
        return shelves.version(Kind.LESSON, slug, version, LessonView.class)
                .orElseThrow(() -> new Missing("curriculum.version-not-found"));
    }

    /** Whether this version of this lesson was ever published. */
    public boolean knows(String slug, String version) {
        return shelves.version(Kind.LESSON, slug, version, LessonView.class).isPresent();
    }

    public Quiz quiz(String lessonSlug) {
        return lesson(lessonSlug).quiz();
    }

    /** The quiz as it was when that version was on the phone: answers are graded against what was asked. */
    public Quiz quiz(String lessonSlug, String version) {
        return lesson(lessonSlug, version).quiz();
    }

    /** The rubric new reviews are marked by. */
    public Rubric rubric() {
        return current(Kind.RUBRIC, RUBRIC, Rubric.class).orElseThrow(() -> new Missing("curriculum.rubric-not-found"));
    }

    public Rubric rubric(String version) {
        return shelves.version(Kind.RUBRIC, RUBRIC, version, Rubric.class)
                .orElseThrow(() -> new Missing("curriculum.version-not-found"));
    }

    /** Shortest first. */
    public List<RunOfShow> runsOfShow() {
        return shelves.current().all(Kind.RUN_OF_SHOW, RunOfShow.class).stream()
                .sorted(Comparator.comparingInt(RunOfShow::seconds))
                .toList();
    }

    /** @param format of the rehearsal: {@code pitch}, {@code product-loop}, … */
    public RunOfShow runOfShow(String format, String version) {
        return shelves.version(Kind.RUN_OF_SHOW, format, version, RunOfShow.class)
                .orElseThrow(() -> new Missing("curriculum.version-not-found"));
    }

    /** The words a lesson explains; none when nobody has published a glossary. */
    public List<Glossary.Term> wordsOf(String lesson) {
        return current(Kind.GLOSSARY, GLOSSARY, Glossary.class)
                .map(glossary -> glossary.of(lesson))
                .orElse(List.of());
    }

    public LearningPaths paths() {
        return current(Kind.PATHS, PATHS, LearningPaths.class)
                .orElseThrow(() -> new Missing("curriculum.paths-not-found"));
    }

    /** Scripted audiences that fit a rehearsal of this format, gentle ones first. */
    public List<Scenario> scenarios(String format) {
        return shelves.current().all(Kind.SCENARIO, Scenario.class).stream()
                .filter(scenario -> scenario.formats().contains(format))
                .sorted(Comparator.comparingInt(Scenario::level).thenComparing(Scenario::slug))
                .toList();
    }

    /** What a mentor marks before grading, by its slug. */
    public List<CalibrationExample> calibrationExamples() {
        return shelves.current().all(Kind.CALIBRATION, CalibrationExample.class).stream()
                .sorted(Comparator.comparing(CalibrationExample::slug))
                .toList();
    }

    /** What a person should look at in a script or a title. */
    public List<WordFlag> wordsToAvoid(String text) {
        return shelves.current().words().in(text);
    }

    public Checklist checklist(String slug) {
        return current(Kind.CHECKLIST, slug, Checklist.class)
                .orElseThrow(() -> new Missing("curriculum.checklist-not-found"));
    }

    /** Rules in force today for a store path, by id. */
    public List<Rule> rules(String path) {
        return rules().stream().filter(rule -> rule.paths().contains(path)).toList();
    }

    /** Every rule in force today, whatever a store sells, by id. */
    public List<Rule> rules() {
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        return shelves.current().all(Kind.RULE, Rule.class).stream()
                .filter(rule -> rule.inForceOn(today))
                .sorted(Comparator.comparing(Rule::slug))
                .toList();
    }

    public Rule rule(String slug) {
        return findRule(slug).orElseThrow(() -> new Missing("curriculum.rule-not-found"));
    }

    /** A rule that something older may name although it is no longer published. */
    public Optional<Rule> findRule(String slug) {
        return current(Kind.RULE, slug, Rule.class);
    }

    /** What must be seen before a store of this path opens, in the order it is asked for. */
    public List<Gate> gates(String path) {
        return rules(path).stream()
                .filter(rule -> rule.gate().isPresent())
                .sorted(Comparator.comparingInt(
                        rule -> rule.gate().orElseThrow().order()))
                .map(Gate::of)
                .toList();
    }

    private <T> Optional<T> current(Kind kind, String slug, Class<T> view) {
        return shelves.current().find(kind, slug, view);
    }
}
