package org.tianbo.narration.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.narration.voice.NarrationDesk;
import org.tianbo.narration.voice.Place;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** Where a trainer speaks lessons, on the phone: which, sentence by sentence, and publishing what is whole. */
@Path("/narration/{language:zh|en}")
@RolesAllowed(Roles.MENTOR)
@Produces(MediaType.TEXT_HTML)
class NarrationPages {

    private final Curriculum curriculum;
    private final NarrationDesk desk;
    private final SignedIn signedIn;

    NarrationPages(Curriculum curriculum, NarrationDesk desk, SignedIn signedIn) {
        this.curriculum = curriculum;
        this.desk = desk;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        /** @param former lessons that are no longer taught */
        static native TemplateInstance lessons(
                String language, List<CourseToSpeak> courses, List<CourseToSpeak.Line> former);

        static native TemplateInstance lesson(LessonToSpeak lesson);

        /** Of a lesson that is no longer taught: what was spoken of it. */
        static native TemplateInstance former(LessonToSpeak lesson);
    }

    @GET
    public TemplateInstance lessons(String language, @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        List<NarrationDesk.Count> counts = desk.counts(language);
        return Templates.lessons(
                language,
                curriculum.courses().stream()
                        .map(course -> CourseToSpeak.of(course, counts, language, locale))
                        .toList(),
                desk.former(language).stream()
                        .map(count -> CourseToSpeak.Line.of(count, language, locale))
                        .toList());
    }

    @GET
    @Path("/{lesson}")
    public TemplateInstance lesson(String language, String lesson) {
        NarrationDesk.Sheet sheet = desk.sheet(new Place(lesson, language));
        LessonToSpeak shown = LessonToSpeak.of(sheet, language);
        return sheet.taught() ? Templates.lesson(shown) : Templates.former(shown);
    }

    @POST
    @Path("/{lesson}/publish")
    public Response publish(String language, String lesson, @RestForm String dialect) {
        desk.publish(new Place(lesson, language), dialect == null ? "" : dialect, signedIn.id());
        return back(language, lesson);
    }

    @POST
    @Path("/{lesson}/withdraw")
    public Response withdraw(String language, String lesson) {
        Place place = known(language, lesson);
        desk.withdraw(place, signedIn.id());
        return back(language, place.lesson());
    }

    /** Of a lesson that is no longer taught: all that was spoken of it. */
    @POST
    @Path("/{lesson}/delete")
    public Response delete(String language, String lesson) {
        desk.deleteTakes(known(language, lesson), signedIn.id());
        return Response.seeOther(URI.create("/narration/" + language)).build();
    }

    /** Whatever stands in the address, nobody is led to a lesson that never was. */
    private Place known(String language, String lesson) {
        return new Place(desk.sheet(new Place(lesson, language)).lesson().slug(), language);
    }

    private static Response back(String language, String lesson) {
        return Response.seeOther(URI.create("/narration/" + language + "/" + lesson))
                .build();
    }
}
