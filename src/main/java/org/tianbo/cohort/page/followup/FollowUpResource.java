package org.tianbo.cohort.page.followup;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.cohort.FollowUpRefused;
import org.tianbo.cohort.followup.Assignments;
import org.tianbo.cohort.followup.Visit;
import org.tianbo.cohort.followup.VisitPhotos;
import org.tianbo.cohort.followup.VisitReport;
import org.tianbo.cohort.followup.Visits;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.PhoneRecords;

/** What visitors' phones kept while there was no network. */
@Path("/api/follow-up")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
class FollowUpResource {

    private static final int LONGEST = 2_000;

    private final Visits visits;
    private final VisitPhotos photos;
    private final FollowUpAccess access;
    private final SignedIn signedIn;

    FollowUpResource(Visits visits, VisitPhotos photos, FollowUpAccess access, SignedIn signedIn) {
        this.visits = visits;
        this.photos = photos;
        this.access = access;
        this.signedIn = signedIn;
    }

    /**
     * What was written into the form; each as the form has it, absent where it was left empty.
     *
     * @param place latitude, longitude and metres of accuracy between commas; only with the trainee's consent
     */
    record Data(
            @NotNull UUID cohort,
            @NotNull UUID trainee,
            @Min(1) @Max(3) int round,
            @Size(max = 20) String method,
            @Size(max = 20) String outcome,
            @Size(max = 20) String on,
            @Size(max = 40) String begun,
            @Size(max = 40) String ended,
            @Size(max = 20) String store,
            @Size(max = LONGEST) String why,
            @Size(max = 20) String income,
            @Size(max = 20) String month,
            @Size(max = 20) String seen,
            @Size(max = LONGEST) String help,
            @Size(max = LONGEST) String next,
            @Size(max = 2) String satisfaction,
            @Size(max = LONGEST) String words,
            @Size(max = 80) String place) {

        VisitForm form() {
            return new VisitForm(
                    method,
                    outcome,
                    on,
                    begun,
                    ended,
                    store,
                    why,
                    income,
                    month,
                    seen,
                    help,
                    next,
                    satisfaction,
                    words,
                    place);
        }
    }

    /** {@code at} by the phone's clock. */
    record Sent(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "followup\\.visited") String type,
            @NotNull Instant at,
            @NotNull @Valid Data data)
            implements PhoneRecords.Kept {}

    record Kept(UUID photo) {}

    @POST
    @BodyLimit(2 << 20)
    @Operation(
            summary = "Keep the visits that a phone has recorded: at most 500 records and 2 MiB",
            description = "Idempotent by id. followup.visited: the reader visited or called somebody. Each record is "
                    + "accepted, a duplicate, or rejected with a stable code.")
    public PhoneRecords.Answer keep(@NotNull @Valid PhoneRecords.Call<Sent> call) {
        return call.each(this::recorded);
    }

    private boolean recorded(Sent sent) {
        Data data = sent.data();
        VisitReport report = data.form().report();
        access.requireVisitorThen(new Assignments.Round(data.cohort(), data.trainee(), data.round()), report.on());
        return visits.recordLater(new Visits.Telling(
                sent.id(), data.cohort(), data.trainee(), data.round(), report, signedIn.id(), access.ofOffice()));
    }

    @POST
    @Path("visits/{visit}/photos")
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Keep a photo of a visit that is there",
            description = "The same file is kept once. 404 while the visit is not there yet.")
    public CompletionStage<Kept> addPhoto(UUID visit, @RestForm("photo") FileUpload photo) {
        Visit told = visits.visit(visit);
        access.requireTeller(told);
        if (photo == null || photo.size() == 0) {
            throw FollowUpRefused.because("photo", "followup.photo-missing");
        }
        return photos.add(told, photo.uploadedFile(), signedIn.id()).thenApply(Kept::new);
    }
}
