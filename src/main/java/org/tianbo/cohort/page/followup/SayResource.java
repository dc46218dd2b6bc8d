package org.tianbo.cohort.page.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.cohort.satisfaction.Face;
import org.tianbo.cohort.satisfaction.Satisfaction;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** What trainees said of how it goes, kept by their phones while there was no network. */
@Path("/api/satisfaction")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
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
            @NotNull @Valid Data data) {}

    /** {@code device}: the phone's own name for itself. */
    record Batch(
            @NotNull @Pattern(regexp = "[\\x20-\\x7e]{1,100}") String device,
            @NotNull @Size(max = 500) List<@NotNull @Valid Sent> records) {}

    /** {@code status} is accepted, duplicate or rejected; {@code code} only when it was rejected. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(UUID id, String status, String code) {}

    record Answer(List<Result> results) {}

    @POST
    @BodyLimit(1 << 20)
    @Operation(
            summary = "Keep what the reader said of how it goes: at most 500 records and 1 MiB",
            description = "Idempotent by id. Each record is accepted, a duplicate, or rejected with a stable code.")
    public Answer keep(@NotNull @Valid Batch batch) {
        return new Answer(batch.records().stream().map(this::result).toList());
    }

    private Result result(Sent sent) {
        Data data = sent.data();
        try {
            boolean fresh = satisfaction.keep(new Satisfaction.Answer(
                    sent.id(),
                    data.cohort(),
                    signedIn.id(),
                    data.round(),
                    Face.of(data.face()).orElse(null),
                    data.words(),
                    sent.at()));
            return new Result(sent.id(), fresh ? "accepted" : "duplicate", null);
        } catch (Fault refused) {
            String code = refused.fields().stream()
                    .findFirst()
                    .map(Fault.FieldFault::code)
                    .orElse(refused.code());
            return new Result(sent.id(), "rejected", code);
        }
    }
}
