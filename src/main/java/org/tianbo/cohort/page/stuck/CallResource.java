package org.tianbo.cohort.page.stuck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.stuck.CallOutcome;
import org.tianbo.cohort.stuck.Calls;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.PhoneRecords;

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
            @NotNull @Valid Data data)
            implements PhoneRecords.Kept {}

    @POST
    @BodyLimit(1 << 20)
    @Operation(
            summary = "Keep what came of calls to trainees: at most 500 records and 1 MiB",
            description = "Idempotent by id. Each record is accepted, a duplicate, or rejected with a stable code.")
    public PhoneRecords.Answer keep(@NotNull @Valid PhoneRecords.Call<Sent> call) {
        return call.each(this::recorded);
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
