package org.tianbo.learning.page;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.WordFlag;

/** What somebody means to say or to write, looked through while they type it. Nothing is kept of it. */
@Path("/api/word-checks")
@Authenticated
class WordsResource {

    private static final String ANSWERED =
            """
            {"found": [{"from": 4, "to": 6, "severity": "STOP",
              "why": {"zh": "“最好”要拿得出凭据。", "en": "\\"Best\\" needs a proof."},
              "better": {"zh": "我家的，我天天吃。", "en": "It is ours, I eat it every day."},
              "rule": "no-absolute-claims"}]}
            """;

    private final Curriculum curriculum;

    WordsResource(Curriculum curriculum) {
        this.curriculum = curriculum;
    }

    record WordCheckForm(@NotNull @Size(max = LearningPages.LONGEST_SCRIPT) String text) {}

    record Answer(List<WordFlag> found) {}

    @POST
    @Operation(
            summary = "Look through a script or a title for words to avoid",
            description =
                    "Each find is a stretch of the text by character index, why it matters and what to say instead.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WordCheckForm.class),
                            examples = @ExampleObject(name = "a title", value = "{\"text\": \"全国最好的大米\"}")))
    @APIResponse(
            responseCode = "200",
            description = "What was found, in the order of the text",
            content =
                    @Content(
                            schema = @Schema(implementation = Answer.class),
                            examples = @ExampleObject(name = "one", value = ANSWERED)))
    @APIResponse(responseCode = "422", description = "More than 1,500 characters")
    public Answer check(@NotNull @Valid WordCheckForm form) {
        return new Answer(curriculum.wordsToAvoid(form.text()));
    }
}
