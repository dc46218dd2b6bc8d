package org.tianbo.attendance.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.attendance.CheckInRefused;
import org.tianbo.attendance.SessionUnknown;
import org.tianbo.attendance.presence.Attendance;
import org.tianbo.attendance.presence.AttendanceEntry;
import org.tianbo.attendance.presence.AttendanceEntry.Mark;
import org.tianbo.attendance.presence.CheckIns;
import org.tianbo.attendance.presence.ListMarks;
import org.tianbo.attendance.presence.SessionPresence;
import org.tianbo.attendance.presence.SessionSheet;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.PhoneRecords;

/** What phones kept while there was no network, and how a session stands for the trainer's screen. */
@Path("/api/attendance")
class AttendanceResource {

    private static final String SCANNED = "attendance.scanned";

    private final CheckIns checkIns;
    private final ListMarks marks;
    private final Attendance attendance;
    private final SessionAccess access;
    private final ShownCodes codes;
    private final SignedIn signedIn;
    private final Clock clock;

    AttendanceResource(
            CheckIns checkIns,
            ListMarks marks,
            Attendance attendance,
            SessionAccess access,
            ShownCodes codes,
            SignedIn signedIn,
            Clock clock) {
        this.checkIns = checkIns;
        this.marks = marks;
        this.attendance = attendance;
        this.access = access;
        this.codes = codes;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** {@code attendance.scanned} has a code; {@code attendance.listed} a trainee and a mark: in, out, undo. */
    record Data(
            @NotNull UUID session,
            @Size(max = 40) String code,
            UUID trainee,
            @Pattern(regexp = "in|out|undo") String mark,
            UUID entry) {}

    /** {@code at} by the phone's clock. */
    record Sent(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = "attendance\\.(scanned|listed)") String type,
            @NotNull Instant at,
            @NotNull @Valid Data data)
            implements PhoneRecords.Kept {}

    /**
     * {@code entry} is the tap that can be taken back, null where there is none; times are null where unknown;
     * {@code waits} says that a scan of theirs waits to be decided.
     */
    record TraineeState(UUID id, String state, Instant in, Instant out, UUID entry, boolean waits) {}

    /** {@code now} by the server's clock; {@code absent} is without those of whom it is {@code undecided}. */
    record SessionState(Instant now, long in, long out, long absent, long undecided, List<TraineeState> trainees) {}

    @POST
    @BodyLimit(1 << 20)
    @RolesAllowed({Roles.TRAINEE, Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @Operation(
            summary = "Keep what a phone has recorded of comings and goings: at most 500 records and 1 MiB",
            description = "Idempotent by id. attendance.scanned: the reader scanned a session's code. "
                    + "attendance.listed: the trainer tapped the list. Each record is accepted, a duplicate, or "
                    + "rejected with a stable code.")
    public PhoneRecords.Answer keep(@NotNull @Valid PhoneRecords.Call<Sent> call) {
        return call.each(sent -> sent.type().equals(SCANNED) ? scanned(sent, call.device()) : listed(sent));
    }

    private boolean scanned(Sent sent, String device) {
        if (!signedIn.is(Roles.TRAINEE)) {
            throw new SessionUnknown();
        }
        if (sent.data().code() == null) {
            throw CheckInRefused.incomplete();
        }
        CheckIns.Scan scan = new CheckIns.Scan(
                sent.id(), sent.data().session(), signedIn.id(), sent.data().code(), device);
        return checkIns.checkInLater(scan, sent.at());
    }

    private boolean listed(Sent sent) {
        SessionView session = access.taught(sent.data().session());
        Data data = sent.data();
        if (data.trainee() == null || data.mark() == null || (data.mark().equals("undo") && data.entry() == null)) {
            throw CheckInRefused.incomplete();
        }
        if (data.mark().equals("undo")) {
            return marks.undo(session, data.trainee(), sent.id(), data.entry(), signedIn.id());
        }
        Mark mark = Mark.valueOf(data.mark().toUpperCase(Locale.ROOT));
        return marks.mark(session, new ListMarks.Tap(sent.id(), data.trainee(), mark, sent.at()), signedIn.id());
    }

    @GET
    @Path("sessions/{id}")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
    @Operation(summary = "Who is in, who is out, who has not come, and of whom a scan waits to be decided")
    public SessionState state(UUID id) {
        SessionSheet sheet = attendance.sheet(access.readable(id));
        return new SessionState(
                clock.instant(),
                sheet.in(),
                sheet.out(),
                sheet.missing(),
                sheet.undecided(),
                sheet.lines().stream().map(AttendanceResource::state).toList());
    }

    @GET
    @Path("sessions/{id}/codes")
    @RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
    @Operation(summary = "The codes that the trainer's screen shows in the next hours")
    public ShownCodes.Codes codes(UUID id) {
        return codes.of(access.taught(id));
    }

    private static TraineeState state(SessionSheet.Line line) {
        SessionPresence presence = line.presence();
        return new TraineeState(
                line.trainee().id(),
                presence.state().name().toLowerCase(Locale.ROOT),
                presence.in().orElse(null),
                presence.out().orElse(null),
                presence.lastTap().map(AttendanceEntry::id).orElse(null),
                line.isWaiting());
    }
}
