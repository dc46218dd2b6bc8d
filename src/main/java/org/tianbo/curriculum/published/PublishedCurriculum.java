package org.tianbo.curriculum.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tianbo.curriculum.Checklist;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Gate;
import org.tianbo.curriculum.Glossary;
import org.tianbo.curriculum.LearningPaths;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Quiz;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rule;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.curriculum.Scenario;
import org.tianbo.curriculum.WordFlag;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.lesson.Sentences;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.time.Zones;

/**
 * Everything that is taught in the county at hand, as published. Reads without a version answer what is current; reads
 * with one answer that version for ever, also after the content was changed or taken away. Content that does not exist
 * is a {@code NotFound} with its own code.
 */
@ApplicationScoped
class PublishedCurriculum implements Curriculum {

    private static final String RUBRIC = "default";
    private static final String GLOSSARY = "glossary";
    private static final String PATHS = "paths";

    private final ContentCache cache;
    private final CountySnapshots counties;
    private final LongestLessons longest;
    private final Clock clock;

    PublishedCurriculum(ContentCache cache, CountySnapshots counties, LongestLessons longest, Clock clock) {
        this.cache = cache;
        this.counties = counties;
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public String edition() {
        return counties.current().edition();
    }

    @Override
    public List<CourseView> courses() {
        return counties.current().courses();
    }

    @Override
    public CourseView course(String slug) {
        return courses().stream()
                .filter(course -> course.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("curriculum.course-not-found"));
    }

    @Override
    public LessonView lesson(String slug) {
        return counties.current()
                .find(DocumentKind.LESSON, slug, LessonView.class)
                .orElseThrow(() -> new NotFound("curriculum.lesson-not-found"));
    }

    @Override
    public Optional<LessonView> lastTaught(String slug) {
        return counties.lastTaught(slug);
    }

    @Override
    public Map<String, Integer> longest(Collection<String> lessons) {
        return longest.of(lessons);
    }

    @Override
    public Optional<LessonView> shipped(String slug) {
        return current(DocumentKind.LESSON, slug, LessonView.class);
    }

    @Override
    public LessonView lesson(String slug, String version) {
        return counties.lesson(slug, version).orElseThrow(() -> new NotFound("curriculum.version-not-found"));
    }

    @Override
    public boolean knows(String slug, String version) {
        return counties.lesson(slug, version).isPresent();
    }

    @Override
    public List<LessonView.Sentence> sentences(LessonView lesson, Locale locale) {
        return Sentences.of(lesson, locale);
    }

    @Override
    public List<LessonView.SectionText> text(LessonView lesson, Locale locale) {
        return Sentences.bySection(lesson, locale);
    }

    @Override
    public Quiz quiz(String lessonSlug) {
        return lesson(lessonSlug).quiz();
    }

    @Override
    public Quiz quiz(String lessonSlug, String version) {
        return lesson(lessonSlug, version).quiz();
    }

    @Override
    public Rubric rubric() {
        return current(DocumentKind.RUBRIC, RUBRIC, Rubric.class)
                .orElseThrow(() -> new NotFound("curriculum.rubric-not-found"));
    }

    @Override
    public Rubric rubric(String version) {
        return cache.version(DocumentKind.RUBRIC, RUBRIC, version, Rubric.class)
                .orElseThrow(() -> new NotFound("curriculum.version-not-found"));
    }

    @Override
    public List<Rubric.Example> examples() {
        return cache.current().all(DocumentKind.CALIBRATION, Rubric.Example.class).stream()
                .filter(example -> example.rubric().equals(RUBRIC))
                .sorted(Comparator.comparing(Rubric.Example::slug))
                .toList();
    }

    @Override
    public List<RunOfShow> runsOfShow() {
        return cache.current().all(DocumentKind.RUN_OF_SHOW, RunOfShow.class).stream()
                .sorted(Comparator.comparingInt(RunOfShow::seconds))
                .toList();
    }

    @Override
    public Optional<RunOfShow> findRunOfShow(String format, String version) {
        return cache.version(DocumentKind.RUN_OF_SHOW, format, version, RunOfShow.class);
    }

    @Override
    public List<Scenario> scenarios() {
        return cache.current().all(DocumentKind.SCENARIO, Scenario.class).stream()
                .sorted(Comparator.comparing(Scenario::slug))
                .toList();
    }

    @Override
    public Optional<Scenario> findScenario(String slug, String version) {
        return cache.version(DocumentKind.SCENARIO, slug, version, Scenario.class);
    }

    @Override
    public List<Glossary.Term> termsOf(String lesson) {
        return current(DocumentKind.GLOSSARY, GLOSSARY, Glossary.class)
                .map(glossary -> glossary.of(lesson))
                .orElse(List.of());
    }

    @Override
    public LearningPaths paths() {
        return current(DocumentKind.PATHS, PATHS, LearningPaths.class)
                .orElseThrow(() -> new NotFound("curriculum.paths-not-found"));
    }

    @Override
    public List<WordFlag> wordsToAvoid(String text) {
        return cache.current().words().in(text);
    }

    @Override
    public List<WordFlag.Phrase> phrasesToAvoid() {
        return cache.current().words().phrases();
    }

    @Override
    public Checklist checklist(String slug) {
        return current(DocumentKind.CHECKLIST, slug, Checklist.class)
                .orElseThrow(() -> new NotFound("curriculum.checklist-not-found"));
    }

    /** Rules in force today for a store path, by id. */
    public List<Rule> rules(String path) {
        return rules().stream().filter(rule -> rule.paths().contains(path)).toList();
    }

    @Override
    public List<Rule> rules() {
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        return cache.current().all(DocumentKind.RULE, Rule.class).stream()
                .filter(rule -> rule.inForceOn(today))
                .sorted(Comparator.comparing(Rule::slug))
                .toList();
    }

    @Override
    public Rule rule(String slug) {
        return findRule(slug).orElseThrow(() -> new NotFound("curriculum.rule-not-found"));
    }

    @Override
    public Optional<Rule> findRule(String slug) {
        return current(DocumentKind.RULE, slug, Rule.class);
    }

    @Override
    public List<Gate> gates(String path) {
        return rules(path).stream()
                .filter(rule -> rule.gate().isPresent())
                .sorted(Comparator.comparingInt(
                        rule -> rule.gate().orElseThrow().order()))
                .map(Gate::of)
                .toList();
    }

    private <T> Optional<T> current(DocumentKind kind, String slug, Class<T> view) {
        return cache.current().find(kind, slug, view);
    }
}
