package org.tianbo.curriculum.county;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.platform.data.Sha256;
import org.tianbo.platform.security.CurrentCounty;

/** What the county at hand teaches of its own, held in memory: every look at a lesson asks. */
@ApplicationScoped
public class CountyContent {

    /** How long another replica may go on showing what was published before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int COUNTIES = 3_000;

    private final Cache<String, OwnContent> counties =
            Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(COUNTIES).build();

    private final ContentChanges changes;
    private final CurrentCounty county;

    CountyContent(ContentChanges changes, CurrentCounty county) {
        this.changes = changes;
        this.county = county;
    }

    /** Nothing where no county, or all of them, are looked at. */
    public OwnContent current() {
        String id = county.id();
        return id.equals(CurrentCounty.NONE) || id.equals(CurrentCounty.ROOT)
                ? OwnContent.NONE
                : counties.get(id, any -> of(changes.current()));
    }

    /** A version that the county ever published. */
    public Optional<Document> version(DocumentKind kind, String slug, String version) {
        return current().ever() ? changes.find(kind, slug, version) : Optional.empty();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        counties.invalidate(changed.county());
    }

    private static OwnContent of(List<Optional<Document>> current) {
        if (current.isEmpty()) {
            return OwnContent.NONE;
        }
        List<Document> shown = current.stream().flatMap(Optional::stream).toList();
        List<Document> documents = new ArrayList<>();
        for (Document document : shown) {
            if (document.kind() == DocumentKind.COURSE) {
                withLessons(document, shown).ifPresent(documents::add);
            } else {
                documents.add(document);
            }
        }
        String edition = documents.stream().map(Document::name).sorted().collect(Collectors.joining(","));
        return new OwnContent(documents.isEmpty() ? "" : Sha256.shortHex(edition), List.copyOf(documents), true);
    }

    /** A course without a lesson is not taught. */
    private static Optional<Document> withLessons(Document course, List<Document> all) {
        List<Document> lessons = all.stream()
                .filter(one -> one.kind() == DocumentKind.LESSON)
                .filter(one -> one.body().path("course").asText().equals(course.slug()))
                .sorted(Comparator.comparingInt(
                                (Document one) -> one.body().path("number").intValue())
                        .thenComparing(Document::slug))
                .toList();
        if (lessons.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = course.body().deepCopy();
        ArrayNode slugs = body.putArray("lessons");
        lessons.forEach(lesson -> slugs.add(lesson.slug()));
        return Optional.of(Document.of(DocumentKind.COURSE, course.slug(), body));
    }
}
