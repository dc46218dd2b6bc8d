package org.tianbo.cohort.page.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.cohort.outcome.Face;
import org.tianbo.cohort.outcome.Satisfaction;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.PhoneRecords;

/** What trainees said of how it goes, kept by their phones while there was no network. */
@Path("/api/satisfaction")
@RolesAllowed(Roles.TRAINEE)
class SayResource {

    private final Satisfaction satisfaction;
    private final SignedIn signedIn;

    SayResource(Satisfaction satisfaction, SignedIn signedIn) {
        this.satisfaction = satisfaction;
        this.signedIn = signedIn;
    }

    record Data(
            @NotNull UUID cohort,
            @Min(1) @Max(3) int round,
            @NotNull @Pattern(regexp = "good|fair|poor") String face,
            @Size(max = 1_000) String words) {}

    /** {@code at} by the phone's clock. */
    record Sent(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "say\\.said") String type,
            @NotNull Instant at,
            @NotNull @Valid Data data)
            implements PhoneRecords.Kept {}

    @POST
    @BodyLimit(1 << 20)
    @Operation(
            summary = "Keep what the reader said of how it goes: at most 500 records and 1 MiB",
            description = "Idempotent by id. Each record is accepted, a duplicate, or rejected with a stable code.")
    public PhoneRecords.Answer keep(@NotNull @Valid PhoneRecords.Call<Sent> call) {
        return call.each(this::said);
    }

    private boolean said(Sent sent) {
        Data data = sent.data();
        return satisfaction.keep(new Satisfaction.Answer(
                sent.id(),
                data.cohort(),
                signedIn.id(),
                data.round(),
                Face.of(data.face()).orElse(null),
                data.words(),
                sent.at()));
    }
}
