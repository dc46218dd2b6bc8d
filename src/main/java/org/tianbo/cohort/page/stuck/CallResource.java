package org.tianbo.cohort.page.stuck;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.calls.CallOutcome;
import org.tianbo.cohort.calls.Calls;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** Calls that phones recorded, also while there was no network. */
@Path("/api/calls")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
class CallResource {

    private final Calls calls;
    private final SignedIn signedIn;

    CallResource(Calls calls, SignedIn signedIn) {
        this.calls = calls;
        this.signedIn = signedIn;
    }

    /** {@code again}: the day that was agreed, for comes-back only. */
    record Data(
            @NotNull UUID cohort,
            @NotNull UUID trainee,
            @NotNull @Pattern(regexp = "reached|not-reached|comes-back|wrong-number|wants-to-leave") String outcome,
            LocalDate again,
            @Size(max = 1_000) String note) {}

    /** {@code at} by the phone's clock. */
    record Sent(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "call\\.made") String type,
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
            summary = "Keep what came of calls to trainees: at most 500 records and 1 MiB",
            description = "Idempotent by id. Each record is accepted, a duplicate, or rejected with a stable code.")
    public Answer keep(@NotNull @Valid Batch batch) {
        return new Answer(batch.records().stream().map(this::result).toList());
    }

    private Result result(Sent sent) {
        try {
            return new Result(sent.id(), recorded(sent) ? "accepted" : "duplicate", null);
        } catch (CohortRefused refused) {
            return new Result(sent.id(), "rejected", refused.fields().get(0).code());
        } catch (Fault refused) {
            return new Result(sent.id(), "rejected", refused.code());
        }
    }

    private boolean recorded(Sent sent) {
        Data data = sent.data();
        Calls.Made call = new Calls.Made(
                sent.id(),
                data.cohort(),
                data.trainee(),
                CallOutcome.of(data.outcome())
                        .orElseThrow(() -> CohortRefused.because("outcome", "cohort.call-incomplete")),
                data.again(),
                data.note(),
                sent.at());
        return calls.record(call, signedIn.id());
    }
}
