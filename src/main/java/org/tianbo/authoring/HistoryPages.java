package org.tianbo.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Change;
import org.tianbo.curriculum.CountyCourses.Draft;
import org.tianbo.learning.LearningProgress;
import org.tianbo.learning.LearningProgress.Reader;
import org.tianbo.learning.LearningProgress.Readers;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.Language;

/** Who published and took back what of a lesson, when and why, and who learned from which version. */
@Path(LessonPages.PATH + "/{lesson}/versions")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class HistoryPages {

    private static final int PAGE = 20;
    private static final int READERS = 100;

    private final CountyCourses courses;
    private final LearningProgress learning;
    private final People people;
    private final SignedIn signedIn;

    HistoryPages(CountyCourses courses, LearningProgress learning, People people, SignedIn signedIn) {
        this.courses = courses;
        this.learning = learning;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance history(HistoryView history);

        /** @param writes whether the reader may go on writing from this version */
        static native TemplateInstance version(VersionView version, boolean writes);
    }

    /** @param before the last number on the page of the history before; without it the latest come first */
    @GET
    public TemplateInstance history(String lesson, @QueryParam("before") Long before, @Context HttpHeaders headers) {
        String known = courses.draft(lesson).lesson();
        Page<Change, Long> changes = Page.of(
                courses.history(known, before == null ? Long.MAX_VALUE : before, PAGE + 1), PAGE, Change::number);
        return Templates.history(new HistoryView(
                known,
                courses.title(known).in(Language.of(headers)),
                lines(known, changes.rows()),
                changes.next()
                        .map(number -> address(known) + "?before=" + number)
                        .orElse("")));
    }

    /**
     * What a change changed: beside what trainees saw before, or beside what is shipped.
     *
     * @param after the last reader of the page before
     */
    @GET
    @Path("{number:\\d{1,18}}")
    public TemplateInstance version(String lesson, long number, @QueryParam("after") UUID after) {
        Draft draft = courses.draft(lesson);
        List<Change> changes = courses.history(draft.lesson(), number + 1, 2);
        Change change = named(changes, number);
        SortedMap<String, String> shipped = courses.shipped(draft.lesson());
        SortedMap<String, String> older = changes.size() > 1 ? shown(changes.get(1), shipped) : shipped;
        Page<Reader, UUID> readers = readers(draft.lesson(), change, after);
        Map<UUID, String> names =
                people.names(readers.rows().stream().map(Reader::trainee).toList());
        return Templates.version(
                new VersionView(
                        draft.lesson(),
                        lines(draft.lesson(), List.of(change)).get(0),
                        LineDiff.between(older, shown(change, shipped)),
                        draft.revision(),
                        readers.rows().stream()
                                .map(reader -> new VersionView.Reader(
                                        names.getOrDefault(reader.trainee(), ""),
                                        reader.openedAt(),
                                        reader.finishedAt().orElse(null)))
                                .toList(),
                        readers.next()
                                .map(last -> address(draft.lesson()) + "/" + number + "?after=" + last + "#readers")
                                .orElse("")),
                change.version().isPresent() && (signedIn.is(Roles.OFFICER) || signedIn.is(Roles.MENTOR)));
    }

    /** Goes on writing from an earlier version; trainees see what they saw. */
    @POST
    @Path("{number:\\d{1,18}}/restore")
    @RolesAllowed({Roles.MENTOR, Roles.OFFICER})
    @BodyLimit(16_384)
    public Response restore(String lesson, long number, MultivaluedMap<String, String> sent) {
        String known = courses.draft(lesson).lesson();
        Change change = named(courses.history(known, number + 1, 1), number);
        if (change.version().isEmpty()) {
            throw new NotFound("curriculum.version-not-found");
        }
        courses.save(known, change.files(), LessonPages.revision(sent.getFirst("revision")), signedIn.id());
        return Response.seeOther(URI.create(LessonPages.PATH + "/" + known)).build();
    }

    private static Change named(List<Change> changes, long number) {
        return changes.stream()
                .filter(change -> change.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("curriculum.version-not-found"));
    }

    /** What trainees see once it is made. */
    private static SortedMap<String, String> shown(Change change, SortedMap<String, String> shipped) {
        return change.version().isPresent() ? change.files() : shipped;
    }

    /** A mentor knows the trainees they look after, not all of the county. */
    private Page<Reader, UUID> readers(String lesson, Change change, UUID after) {
        List<Reader> readers = signedIn.is(Roles.OFFICER) || signedIn.is(Roles.AUDITOR)
                ? change.version()
                        .map(version -> learning.readers(lesson, version, after, READERS + 1))
                        .orElse(List.of())
                : List.of();
        return Page.of(readers, READERS, Reader::trainee);
    }

    private List<HistoryView.Line> lines(String lesson, List<Change> changes) {
        Map<UUID, String> names = people.names(changes.stream().map(Change::by).collect(Collectors.toSet()));
        Map<String, Readers> readers = changes.isEmpty() ? Map.of() : learning.readersByVersion(lesson);
        return changes.stream()
                .map(change -> line(
                        change,
                        names.getOrDefault(change.by(), ""),
                        change.version().map(readers::get).orElse(Readers.NONE)))
                .toList();
    }

    private static HistoryView.Line line(Change change, String by, Readers readers) {
        return new HistoryView.Line(
                change.number(),
                change.version().isPresent(),
                change.at(),
                by,
                change.reason(),
                readers.opened(),
                readers.finished());
    }

    private static String address(String lesson) {
        return LessonPages.PATH + "/" + lesson + "/versions";
    }
}
