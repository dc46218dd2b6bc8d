package org.tianbo.curriculum.published;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tianbo.curriculum.Checklist;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Glossary;
import org.tianbo.curriculum.LearningPaths;
import org.tianbo.curriculum.LessonSummary;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rule;
import org.tianbo.curriculum.RunOfShow;
import org.tianbo.curriculum.Scenario;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.county.OwnContent;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/**
 * Everything current at one moment, for many readers at once. Each document is read into its view when first asked for.
 */
final class ContentSnapshot {

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CourseBody(
            String slug, String version, int number, Text title, Text summary, List<String> lessons) {}

    /** What lessons are checked against; few enough to be kept as they are. */
    private static final Set<DocumentKind> REFERENCES =
            Set.of(DocumentKind.GLOSSARY, DocumentKind.PATHS, DocumentKind.RULE);

    private final String edition;
    private final Map<DocumentKind, Map<String, Place>> places = new EnumMap<>(DocumentKind.class);
    private final List<Document> references;
    private volatile List<CourseView> courses;
    private volatile WordList words;

    /** @param edition what {@link ContentVersions#edition()} said when the documents were read */
    ContentSnapshot(String edition, Collection<Document> documents) {
        this.edition = edition;
        this.references = documents.stream()
                .filter(document -> REFERENCES.contains(document.kind()))
                .toList();
        documents.forEach(this::put);
    }

    private ContentSnapshot(ContentSnapshot shipped, OwnContent own) {
        this.edition = shipped.edition + "+" + own.edition();
        this.references = shipped.references;
        shipped.places.forEach((kind, bySlug) -> places.put(kind, new LinkedHashMap<>(bySlug)));
        own.documents().forEach(this::put);
    }

    /** The same with what a county teaches of its own; what is read into views already is shared. */
    ContentSnapshot with(OwnContent own) {
        return new ContentSnapshot(this, own);
    }

    private void put(Document document) {
        places.computeIfAbsent(document.kind(), kind -> new LinkedHashMap<>())
                .put(document.slug(), new Place(document));
    }

    /** Glossary, paths and rules, against which lessons are checked. */
    List<Document> references() {
        return references;
    }

    String edition() {
        return edition;
    }

    /** Two readers who ask first at the same moment both make it, and make the same. */
    List<CourseView> courses() {
        if (courses == null) {
            courses = all(DocumentKind.COURSE, CourseBody.class).stream()
                    .sorted(Comparator.comparingInt(CourseBody::number))
                    .map(this::course)
                    .toList();
        }
        return courses;
    }

    WordList words() {
        if (words == null) {
            words = new WordList(all(DocumentKind.WORDS, WordList.Body.class));
        }
        return words;
    }

    <T> Optional<T> find(DocumentKind kind, String slug, Class<T> view) {
        return Optional.ofNullable(of(kind).get(slug)).map(Place::view).map(view::cast);
    }

    /** As {@link #find}, if what is current is that version. */
    <T> Optional<T> find(DocumentKind kind, String slug, String version, Class<T> view) {
        return Optional.ofNullable(of(kind).get(slug))
                .filter(place -> place.version.equals(version))
                .map(Place::view)
                .map(view::cast);
    }

    <T> List<T> all(DocumentKind kind, Class<T> view) {
        return of(kind).values().stream().map(Place::view).map(view::cast).toList();
    }

    private Map<String, Place> of(DocumentKind kind) {
        return places.getOrDefault(kind, Map.of());
    }

    private CourseView course(CourseBody body) {
        List<LessonSummary> lessons = body.lessons().stream()
                .flatMap(slug -> find(DocumentKind.LESSON, slug, LessonView.class).stream())
                .map(LessonView::summary)
                .toList();
        return new CourseView(body.slug(), body.version(), body.number(), body.title(), body.summary(), lessons);
    }

    private static Class<?> type(DocumentKind kind) {
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
            case CALIBRATION -> Rubric.Example.class;
        };
    }

    /** Of one document: what was published until it is read, its view from then on. */
    private static final class Place {

        private final String version;
        private Document document;
        private volatile Object view;

        Place(Document document) {
            this.version = document.version();
            this.document = document;
        }

        Object view() {
            Object known = view;
            return known == null ? read() : known;
        }

        private synchronized Object read() {
            if (view == null) {
                view = DocumentMapper.read(document, type(document.kind()));
                document = null;
            }
            return view;
        }
    }
}
