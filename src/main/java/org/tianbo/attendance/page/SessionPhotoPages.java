package org.tianbo.attendance.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.attendance.SessionRefused;
import org.tianbo.attendance.presence.PhonePlace;
import org.tianbo.attendance.presence.SessionPhotos;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/**
 * A picture of the session, with its time and its place. The one page of attendance that may ask the phone where it is;
 * a phone that will not or cannot say adds the picture without.
 */
@Path("/attendance/sessions/{id}/photo")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class SessionPhotoPages {

    private final SessionAccess access;
    private final SessionPhotos photos;
    private final SignedIn signedIn;

    SessionPhotoPages(SessionAccess access, SessionPhotos photos, SignedIn signedIn) {
        this.access = access;
        this.photos = photos;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance photo(SessionView session, String back, FormErrors errors);
    }

    @GET
    @ResponseHeader(name = "Permissions-Policy", value = "camera=(self), microphone=(self), geolocation=(self)")
    public TemplateInstance photo(UUID id) {
        return page(access.taught(id), FormErrors.NONE);
    }

    /**
     * @param place latitude, longitude and metres between commas; anything else is no place
     * @param taken by the phone's clock; what cannot be read is no time
     */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public CompletionStage<Response> add(
            UUID id,
            @RestForm("photo") FileUpload photo,
            @RestForm String place,
            @RestForm String taken,
            @Context HttpHeaders headers) {
        SessionView session = access.taught(id);
        SubmittedForm form = new SubmittedForm("photo", headers, errors -> page(session, errors));
        if (photo == null || photo.size() == 0) {
            return CompletableFuture.completedStage(
                    form.refused(SessionRefused.because("photo", "attendance.photo-missing")));
        }
        SessionPhotos.Told told =
                new SessionPhotos.Told(instant(taken), PhonePlace.of(place).orElse(null));
        return photos.add(session, photo.uploadedFile(), told, signedIn.id()).handle((kept, failed) -> {
            Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
            if (cause instanceof Fault refused) {
                return form.refused(refused);
            }
            if (cause != null) {
                throw new IllegalStateException("The photo could not be kept", cause);
            }
            return Response.seeOther(URI.create("/attendance/sessions/" + id + "#photos"))
                    .build();
        });
    }

    private static TemplateInstance page(SessionView session, FormErrors errors) {
        return Templates.photo(session, "/attendance/sessions/" + session.id(), errors);
    }

    private static Instant instant(String told) {
        try {
            return told == null || told.isBlank() ? null : Instant.parse(told);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
