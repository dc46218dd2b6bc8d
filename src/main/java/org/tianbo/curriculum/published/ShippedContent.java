package org.tianbo.curriculum.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.LessonView;
import org.tianbo.curriculum.Text;
import org.tianbo.curriculum.content.LessonSources;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.curriculum.document.SourceDocument;

/** What all counties are taught, whatever one of them has made of it: where their own lessons begin. */
@ApplicationScoped
public class ShippedContent {

    private final ContentCache cache;
    private final CurriculumConfig config;

    ShippedContent(ContentCache cache, CurriculumConfig config) {
        this.cache = cache;
        this.config = config;
    }

    public List<CourseView> courses() {
        return cache.current().courses();
    }

    public Optional<LessonView> lesson(String slug) {
        return cache.current().find(DocumentKind.LESSON, slug, LessonView.class);
    }

    /** What a course was called when it was shipped last, also when it is no more. */
    public Optional<Text> formerTitle(String course) {
        return cache.last(DocumentKind.COURSE, course)
                .map(document -> document.body().path("title"))
                .map(title ->
                        new Text(title.path("zh").asText(), title.path("en").asText()));
    }

    /** What its author wrote, by file; empty when there is no such lesson, or only its page is known here. */
    public Optional<SortedMap<String, String>> files(String lesson) {
        return lesson(lesson).flatMap(shipped -> config.content()
                .map(folder -> LessonSources.in(folder, lesson))
                .orElseGet(() -> LessonSources.packed(lesson)));
    }

    /** What lessons are checked against: words, the beginner's way, and rules. */
    public List<SourceDocument> references() {
        return cache.current().references().stream()
                .map(SourceDocument::published)
                .toList();
    }

    /** A lesson that is shipped nowhere, as its page would show it; empty where it no longer can be. */
    public Optional<LessonView> view(Document lesson) {
        return DocumentMapper.find(lesson, LessonView.class);
    }
}
