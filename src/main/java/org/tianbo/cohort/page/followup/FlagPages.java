package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.followup.Flag;
import org.tianbo.cohort.followup.FlagLine;
import org.tianbo.cohort.followup.Flags;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** What is odd about visits: an officer looks at it and says what it turned out to be. */
@Path("/follow-up/flags")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class FlagPages {

    private static final int PAGE = 50;

    private final Flags flags;
    private final SignedIn signedIn;

    FlagPages(Flags flags, SignedIn signedIn) {
        this.flags = flags;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /**
         * @param open how many wait, on all pages
         * @param next the address of the next page, empty on the last
         */
        static native TemplateInstance flags(
                List<FlagLine> lines, boolean decided, int open, String next, boolean mayDecide, FormErrors errors);
    }

    /**
     * @param decided those that were decided
     * @param after the last one of the page before
     * @param foundAt when that one was found
     */
    @GET
    public TemplateInstance flags(
            @QueryParam("decided") boolean decided,
            @QueryParam("after") UUID after,
            @QueryParam("foundAt") Instant foundAt) {
        Optional<FlagLine.Position> position = after == null || foundAt == null
                ? Optional.empty()
                : Optional.of(new FlagLine.Position(foundAt, after));
        return page(flags.page(decided, position, PAGE), decided, FormErrors.NONE);
    }

    @POST
    @Path("{flag}")
    @RolesAllowed(Roles.OFFICER)
    public Response decide(
            UUID flag, @RestForm String decision, @RestForm String reason, @Context HttpHeaders headers) {
        String why = Objects.toString(reason, "");
        return new SubmittedForm(
                        flag.toString(),
                        headers,
                        errors -> page(new Page<>(List.of(flags.flag(flag)), Optional.empty()), false, errors))
                .with("reason", why)
                .answer(() -> {
                    flags.decide(flag, decisionOf(decision), why, signedIn.id());
                    return Response.seeOther(URI.create("/follow-up/flags")).build();
                });
    }

    private TemplateInstance page(Page<FlagLine, FlagLine.Position> page, boolean decided, FormErrors errors) {
        String next = page.next()
                .map(last ->
                        "/follow-up/flags?decided=" + decided + "&after=" + last.id() + "&foundAt=" + last.foundAt())
                .orElse("");
        return Templates.flags(page.rows(), decided, flags.open(), next, signedIn.is(Roles.OFFICER), errors);
    }

    private static Flag.Decision decisionOf(String typed) {
        return Stream.of(Flag.Decision.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
