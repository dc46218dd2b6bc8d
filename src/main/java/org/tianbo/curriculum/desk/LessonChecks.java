package org.tianbo.curriculum.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.tianbo.curriculum.checks.CrossReferences;
import org.tianbo.curriculum.checks.PlainLanguage;
import org.tianbo.curriculum.checks.References;
import org.tianbo.curriculum.content.LessonFiles;
import org.tianbo.curriculum.content.LessonFolder;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.Schemas;
import org.tianbo.curriculum.document.SourceDocument;
import org.tianbo.curriculum.published.ShippedContent;
import org.tianbo.platform.time.Zones;

/** The build's checks, of one lesson that a county writes against what all are taught. */
@ApplicationScoped
class LessonChecks {

    private final Supplier<List<SourceDocument>> references;
    private final Clock clock;
    private final Schemas schemas = new Schemas();

    @Inject
    LessonChecks(ShippedContent shipped, Clock clock) {
        this(shipped::references, clock);
    }

    /** @param references glossary, paths and rules */
    LessonChecks(Supplier<List<SourceDocument>> references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    /** @param lesson as it would be published, as far as it could be read */
    record Result(Optional<Document> lesson, List<ContentFault> faults) {}

    /** The files of faults begin with the lesson's slug. */
    Result check(String course, int number, String slug, SortedMap<String, String> files) {
        Faults faults = new Faults();
        try {
            Optional<SourceDocument> lesson =
                    new LessonFolder(LessonFiles.of(slug, files), schemas, faults).read(course, number, slug);
            lesson.ifPresent(read -> compare(read, faults));
            return new Result(lesson.map(SourceDocument::document), faults.inOrder());
        } catch (StackOverflowError nested) {
            // Brackets within brackets, thousands deep: nobody writes that, but somebody may send it.
            faults.add(slug, 1, "一层套一层，套得太深，读不了", "nested too deeply to be read");
            return new Result(Optional.empty(), faults.inOrder());
        }
    }

    private void compare(SourceDocument lesson, Faults faults) {
        List<SourceDocument> all = new ArrayList<>(references.get());
        all.add(lesson);
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        CrossReferences.check(List.of(lesson), new References(all, Set.of(), Optional.of(today), faults));
        PlainLanguage.check(all, faults);
    }
}
