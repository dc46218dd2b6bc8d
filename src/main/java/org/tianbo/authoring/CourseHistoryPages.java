package org.tianbo.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Course;
import org.tianbo.curriculum.CountyCourses.CourseChange;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;

/** Who gave a course of the county's own its title and the order of its lessons, and when. */
@Path("/content/courses/{course}/versions")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class CourseHistoryPages {

    private static final int PAGE = 20;

    private final CountyCourses courses;
    private final People people;

    CourseHistoryPages(CountyCourses courses, People people) {
        this.courses = courses;
        this.people = people;
    }

    @CheckedTemplate
    static class Templates {

        /** @param next address of the next page, empty on the last */
        static native TemplateInstance history(String title, List<Line> lines, String next);
    }

    /**
     * A change, the latest first.
     *
     * @param title and {@code summary}: empty where they stayed
     * @param lessons their titles in the order they were put in; empty where it stayed
     */
    record Line(Instant at, String by, String title, String summary, List<String> lessons) {}

    /** @param before the last number on the page before; without it the latest come first */
    @GET
    public TemplateInstance history(String course, @QueryParam("before") Long before, @Context HttpHeaders headers) {
        Course own = courses.course(course);
        Locale locale = Language.of(headers);
        List<CourseChange> found =
                courses.courseHistory(own.slug(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        Page<CourseChange, Long> changes = Page.of(found, PAGE, CourseChange::number);
        Map<UUID, String> names =
                people.names(found.stream().map(CourseChange::by).collect(Collectors.toSet()));
        List<Line> lines = IntStream.range(0, changes.rows().size())
                .mapToObj(at -> line(
                        found.get(at),
                        at + 1 < found.size() ? found.get(at + 1) : null,
                        own,
                        names.getOrDefault(found.get(at).by(), ""),
                        locale))
                .toList();
        return Templates.history(
                own.title().in(locale),
                lines,
                changes.next()
                        .map(number -> "/content/courses/" + own.slug() + "/versions?before=" + number)
                        .orElse(""));
    }

    /** @param before null for the first */
    private static Line line(CourseChange change, CourseChange before, Course own, String by, Locale locale) {
        boolean sameText = before != null
                && change.title().equals(before.title())
                && change.summary().equals(before.summary());
        boolean sameOrder = before != null && change.lessons().equals(before.lessons());
        Map<String, String> titles = own.lessons().stream()
                .collect(Collectors.toMap(
                        CountyCourses.Lesson::slug,
                        lesson -> lesson.title().map(title -> title.in(locale)).orElse(lesson.slug())));
        return new Line(
                change.at(),
                by,
                sameText ? "" : change.title().in(locale),
                sameText ? "" : change.summary().in(locale),
                sameOrder
                        ? List.of()
                        : change.lessons().stream()
                                .map(slug -> titles.getOrDefault(slug, slug))
                                .toList());
    }
}
