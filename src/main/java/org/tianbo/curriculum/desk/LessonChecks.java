package org.tianbo.curriculum.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import org.jboss.logging.Logger;
import org.tianbo.curriculum.Quiz;
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

    private static final Logger LOG = Logger.getLogger(LessonChecks.class);

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
    record Result(Optional<Document> lesson, List<ContentFault> faults) {

        /** A certificate counts quizzes passed: a county asks no less than all are asked. */
        Result notEasierThan(Quiz usual, String slug) {
            JsonNode quiz = lesson.map(document -> document.body().path("quiz")).orElse(MissingNode.getInstance());
            int draw = quiz.path("draw").asInt(quiz.path("items").size());
            if (lesson.isEmpty()
                    || draw >= usual.draw() && quiz.path("pass").asInt() * usual.draw() >= usual.pass() * draw) {
                return this;
            }
            List<ContentFault> more = new ArrayList<>(faults);
            more.add(new ContentFault(
                    slug + "/quiz.yaml",
                    1,
                    "小测比现成的容易：现成的一次问 " + usual.draw() + " 道，对 " + usual.pass() + " 道算过",
                    "the quiz is easier than the shipped one, which asks " + usual.draw() + " at a time and wants "
                            + usual.pass() + " right"));
            return new Result(lesson, more);
        }
    }

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
            return unreadable(slug, faults);
        } catch (RuntimeException unforeseen) {
            LOG.errorf(unforeseen, "What was written of lesson %s cannot be read", slug);
            return unreadable(slug, faults);
        }
    }

    /** Whatever it is, its writer must be able to open it again and mend it. */
    private static Result unreadable(String slug, Faults faults) {
        faults.add(slug, 1, "读不了这些文件：写法太特别，或者一层套一层太深", "these files cannot be read, or are nested too deeply");
        return new Result(Optional.empty(), faults.inOrder());
    }

    private void compare(SourceDocument lesson, Faults faults) {
        List<SourceDocument> all = new ArrayList<>(references.get());
        all.add(lesson);
        LocalDate today = LocalDate.now(clock.withZone(Zones.SHANGHAI));
        CrossReferences.check(List.of(lesson), new References(all, Set.of(), Optional.of(today), faults));
        PlainLanguage.check(all, faults);
    }
}
