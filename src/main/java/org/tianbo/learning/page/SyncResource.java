package org.tianbo.learning.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.learning.sync.Sender;
import org.tianbo.learning.sync.SentRecord;
import org.tianbo.learning.sync.Sync;
import org.tianbo.learning.sync.SyncResult;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;

/** Where phones send what they have kept. */
@Path("/api/sync")
class SyncResource {

    static final String SENT =
            """
            {"device": "019b2f00-0000-7000-8000-00000000000d", "records": [
              {"id": "019b2f00-0000-7000-8000-000000000001", "type": "lesson.completed", "at": "2026-06-18T12:14:05Z",
               "data": {"lesson": "an-invented-lesson", "version": "0123456789abcdef"}},
              {"id": "019b2f00-0000-7000-8000-000000000002", "type": "quiz.submitted", "at": "2026-06-18T12:16:00Z",
               "data": {"lesson": "an-invented-lesson", "version": "0123456789abcdef",
                        "round": 0, "answers": {"steps-of-it": ["b", "a", "c"], "one-of-four": ["d"]},
                        "seconds": {"steps-of-it": 21, "one-of-four": 9}}},
              {"id": "019b2f00-0000-7000-8000-000000000003", "type": "checklist.ticked", "at": "2026-06-18T12:20:00Z",
               "data": {"checklist": "before-practice", "item": "price-card",
                        "attempt": "019b2f00-0000-7000-8000-0000000000a1"}},
              {"id": "019b2f00-0000-7000-8000-000000000004", "type": "feedback.read", "at": "2026-06-19T07:00:00Z",
               "data": {"attempt": "019b2f00-0000-7000-8000-0000000000a1"}}]}
            """;

    private static final String ANSWERED =
            """
            {"results": [
              {"id": "019b2f00-0000-7000-8000-000000000001", "status": "duplicate"},
              {"id": "019b2f00-0000-7000-8000-000000000002", "status": "rejected", "code": "learning.version-unknown"},
              {"id": "019b2f00-0000-7000-8000-000000000003", "status": "accepted"},
              {"id": "019b2f00-0000-7000-8000-000000000004", "status": "accepted"}]}
            """;

    private final Sync sync;
    private final SignedIn signedIn;

    SyncResource(Sync sync, SignedIn signedIn) {
        this.sync = sync;
        this.signedIn = signedIn;
    }

    /** @param device the phone's own name for itself */
    record Call(
            @NotNull @Pattern(regexp = "[\\x20-\\x7e]{1,100}") String device,
            @NotNull @Size(max = 500) List<@NotNull @Valid SentRecord> records) {}

    record Answer(List<SyncResult> results) {}

    @POST
    @BodyLimit(1 << 20)
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER})
    @Operation(
            summary = "Keep what a phone has recorded: at most 500 records and 1 MiB",
            description =
                    "Idempotent by id, order-free, durable before it answers. Each record is accepted, a duplicate, "
                            + "or rejected "
                            + "with a stable code; a rejected one does not keep the others out. "
                            + "helping names the help under which it was made, is none where the person made it "
                            + "alone, and counts only for a help of that person on that phone at that time. Types: "
                            + "lesson.opened, lesson.watched, lesson.completed, "
                            + "quiz.submitted, video.answered, checklist.ticked, feedback.read, path.chosen.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Call.class),
                            examples = @ExampleObject(name = "an evening", value = SENT)))
    @APIResponse(
            responseCode = "200",
            description = "One result for each record, in the order they were sent",
            content =
                    @Content(
                            schema = @Schema(implementation = Answer.class),
                            examples = @ExampleObject(name = "sent twice", value = ANSWERED)))
    @APIResponse(responseCode = "413", description = "More than 1 MiB")
    @APIResponse(responseCode = "422", description = "More than 500 records, or a field nobody knows")
    public Answer sync(@NotNull @Valid Call call) {
        Sender sender = new Sender(
                signedIn.county(),
                signedIn.id(),
                call.device(),
                signedIn.helping().orElse(null),
                signedIn.isHelpingOnSamePhone());
        return new Answer(sync.take(sender, call.records()));
    }
}
