package org.tianbo.authoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.curriculum.CountyCourses;
import org.tianbo.curriculum.CountyCourses.Plan;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableUpload;

/** Courses as a folder of files: taken along as a zip, written elsewhere, and brought back after a look at it. */
@Path(FolderPages.PATH)
@RolesAllowed({Roles.MENTOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class FolderPages {

    static final String PATH = "/content/folder";

    private static final String ZIP = "zip";
    private static final int MEGABYTE = 1024 * 1024;
    private static final int UNPROCESSABLE = 422;

    private final CountyCourses courses;
    private final CountyCourses.Exchange exchange;
    private final SignedIn signedIn;

    FolderPages(CountyCourses courses, CountyCourses.Exchange exchange, SignedIn signedIn) {
        this.courses = courses;
        this.exchange = exchange;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance folder(List<CourseLine> courses, FormErrors errors);

        static native TemplateInstance plan(PlanView plan);
    }

    @GET
    public TemplateInstance folder(@Context HttpHeaders headers) {
        return folder(FormErrors.NONE, headers);
    }

    private TemplateInstance folder(FormErrors errors, HttpHeaders headers) {
        Locale locale = Language.of(headers);
        return Templates.folder(
                courses.courses().stream()
                        .map(course -> CourseLine.of(course, locale))
                        .toList(),
                errors);
    }

    /** @param course whose lessons are packed, changed or not; without it all that the county has written on */
    @GET
    @Path("zip")
    @Produces("application/zip")
    public Response export(@QueryParam("course") Optional<String> course) {
        Optional<String> named = course.filter(
                slug -> courses.courses().stream().anyMatch(one -> one.slug().equals(slug)));
        return Response.ok(exchange.export(named), "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + named.orElse("content") + ".zip\"")
                .build();
    }

    /** What bringing the folder in would do; nothing is changed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(2 * MEGABYTE)
    public Response look(@RestForm(ZIP) FileUpload file, @Context HttpHeaders headers) {
        return new SubmittedForm(ZIP, headers, errors -> folder(errors, headers)).answer(() -> {
            byte[] bytes = TableUpload.of(file, FolderMissing::new).bytes();
            Plan plan = exchange.plan(new ByteArrayInputStream(bytes));
            Locale locale = Language.of(headers);
            PlanView view = PlanView.of(plan, Base64.getEncoder().encodeToString(bytes), locale);
            return PageResponse.of(
                    plan.findings().isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE,
                    Templates.plan(view),
                    locale);
        });
    }

    /** Brings in, as drafts, what was looked at. */
    @POST
    @Path("take")
    @BodyLimit(3 * MEGABYTE)
    public Response take(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        return new SubmittedForm(ZIP, headers, errors -> folder(errors, headers)).answer(() -> {
            exchange.take(bytes(sent.getFirst(ZIP)), sent.getFirst("seen"), signedIn.id());
            return Response.seeOther(URI.create("/content")).build();
        });
    }

    private static InputStream bytes(String sent) {
        try {
            return new ByteArrayInputStream(Base64.getDecoder().decode(Objects.requireNonNullElse(sent, "")));
        } catch (IllegalArgumentException garbled) {
            throw new FolderMissing();
        }
    }
}
