package org.tianbo.curriculum;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tianbo.curriculum.content.Document;
import org.tianbo.curriculum.content.Kind;

/** Everything current at one moment, ready to be read by many at once. */
final class Shelf {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CourseBody(
            String slug, String version, int number, Text title, Text summary, List<String> lessons) {}

    private final String edition;
    private final Map<Kind, Map<String, Object>> views = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, String>> versions = new EnumMap<>(Kind.class);
    private final List<CourseView> courses;
    private final WordList words;

    /** @param edition what {@link ContentVersions#edition()} said when the documents were read */
    Shelf(String edition, Collection<Document> documents) {
        this.edition = edition;
        documents.forEach(this::put);
        this.courses = all(Kind.COURSE, CourseBody.class).stream()
                .sorted(Comparator.comparingInt(CourseBody::number))
                .map(this::course)
                .toList();
        this.words = new WordList(all(Kind.WORDS, WordList.Body.class));
    }

    String edition() {
        return edition;
    }

    List<CourseView> courses() {
        return courses;
    }

    WordList words() {
        return words;
    }

    <T> Optional<T> find(Kind kind, String slug, Class<T> view) {
        return Optional.ofNullable(of(kind).get(slug)).map(view::cast);
    }

    /** As {@link #find}, if what is current is that version. */
    <T> Optional<T> find(Kind kind, String slug, String version, Class<T> view) {
        String current = versions.getOrDefault(kind, Map.of()).get(slug);
        return version.equals(current) ? find(kind, slug, view) : Optional.empty();
    }

    <T> List<T> all(Kind kind, Class<T> view) {
        return of(kind).values().stream().map(view::cast).toList();
    }

    private Map<String, Object> of(Kind kind) {
        return views.getOrDefault(kind, Map.of());
    }

    private void put(Document document) {
        Object view = Bodies.read(document, type(document.kind()));
        views.computeIfAbsent(document.kind(), kind -> new LinkedHashMap<>()).put(document.slug(), view);
        versions.computeIfAbsent(document.kind(), kind -> new HashMap<>()).put(document.slug(), document.version());
    }

    private CourseView course(CourseBody body) {
        List<LessonSummary> lessons = body.lessons().stream()
                .flatMap(slug -> find(Kind.LESSON, slug, LessonView.class).stream())
                .map(LessonView::summary)
                .toList();
        return new CourseView(body.slug(), body.version(), body.number(), body.title(), body.summary(), lessons);
    }

    private static Class<?> type(Kind kind) {
        return switch (kind) {
            case COURSE -> CourseBody.class;
            case LESSON -> LessonView.class;
            case RUBRIC -> Rubric.class;
            case RUN_OF_SHOW -> RunOfShow.class;
            case RULE -> Rule.class;
            case CHECKLIST -> Checklist.class;
            case GLOSSARY -> Glossary.class;
            case PATHS -> LearningPaths.class;
            case SCENARIO -> Scenario.class;
            case WORDS -> WordList.Body.class;
            case CALIBRATION -> CalibrationExample.class;
        };
    }
}
