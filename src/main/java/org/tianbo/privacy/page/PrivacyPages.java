package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.People;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.privacy.correction.CorrectionDesk;
import org.tianbo.privacy.correction.CorrectionRequest;
import org.tianbo.privacy.erasure.Erasure;
import org.tianbo.privacy.erasure.Erasures;

/** What the county's desk has to decide about personal data: decided by officers, seen by auditors too. */
@Path("/privacy")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class PrivacyPages {

    private static final int PAGE = 100;

    private final CorrectionDesk corrections;
    private final Erasures erasures;
    private final People people;
    private final SignedIn signedIn;

    PrivacyPages(CorrectionDesk corrections, Erasures erasures, People people, SignedIn signedIn) {
        this.corrections = corrections;
        this.erasures = erasures;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance desk(Desk desk, boolean writes, FormErrors errors);

        static native TemplateInstance erase(PersonView person, FormErrors errors);
    }

    /**
     * An erasure as this reader sees it.
     *
     * @param mine whether they may confirm it
     */
    record ErasureLine(Erasure erasure, boolean mine) {}

    /**
     * A page of what waits, and one of what was erased.
     *
     * @param after the last correction of the page before, empty on the first; a refused form comes back to its page
     * @param moreWaiting the address of the next page of corrections, empty on the last
     * @param moreErasures the address of the next page of erasures, empty on the last
     */
    record Desk(
            List<CorrectionRequest> waiting,
            String after,
            String moreWaiting,
            List<ErasureLine> erasures,
            String moreErasures) {}

    /**
     * @param after the last correction of the page before
     * @param erasure the last erasure of the page before
     */
    @GET
    public TemplateInstance desk(@QueryParam("after") UUID after, @QueryParam("erasure") UUID erasure) {
        return desk(Optional.ofNullable(after), Optional.ofNullable(erasure), FormErrors.NONE);
    }

    /** @param yes there where the answer is yes */
    @POST
    @Path("/corrections/{id}")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response decide(
            UUID id,
            @FormParam("yes") String yes,
            @FormParam("words") String words,
            @FormParam("after") UUID after,
            @Context HttpHeaders headers) {
        return new SubmittedForm(
                        id.toString(), headers, errors -> desk(Optional.ofNullable(after), Optional.empty(), errors))
                .with("words", words)
                .answer(() -> {
                    corrections.decide(id, yes != null, words, signedIn.id());
                    return back();
                });
    }

    @GET
    @Path("/erase/{person}")
    @RolesAllowed(Roles.OFFICER)
    public TemplateInstance erase(UUID person) {
        return Templates.erase(people.trainee(person), FormErrors.NONE);
    }

    /** An officer asks; another one confirms. */
    @POST
    @Path("/erase/{person}")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response ask(UUID person, @FormParam("reason") String reason, @Context HttpHeaders headers) {
        return new SubmittedForm("erase", headers, errors -> Templates.erase(people.trainee(person), errors))
                .with("reason", reason)
                .answer(() -> {
                    erasures.ask(person, reason, signedIn.id());
                    return back();
                });
    }

    @POST
    @Path("/erasures/{id}/confirm")
    @RolesAllowed(Roles.OFFICER)
    @FreshSignIn
    public Response confirm(UUID id) {
        erasures.confirm(id, signedIn.id());
        return back();
    }

    @POST
    @Path("/erasures/{id}/withdraw")
    @RolesAllowed(Roles.OFFICER)
    public Response withdraw(UUID id) {
        erasures.withdraw(id, signedIn.id());
        return back();
    }

    @POST
    @Path("/erasures/{id}/again")
    @RolesAllowed(Roles.OFFICER)
    public Response again(UUID id) {
        erasures.again(id);
        return back();
    }

    private TemplateInstance desk(Optional<UUID> after, Optional<UUID> erasure, FormErrors errors) {
        Page<CorrectionRequest, UUID> waiting = corrections.waiting(after, PAGE);
        Page<Erasure, UUID> erased = erasures.latest(erasure, PAGE);
        Desk shown = new Desk(
                waiting.rows(),
                after.map(UUID::toString).orElse(""),
                waiting.next().map(last -> "/privacy?after=" + last).orElse(""),
                erased.rows().stream()
                        .map(one -> new ErasureLine(one, erasures.isFor(one, signedIn.id())))
                        .toList(),
                erased.next()
                        .map(last -> "/privacy?erasure=" + last + "#erasures")
                        .orElse(""));
        return Templates.desk(shown, signedIn.is(Roles.OFFICER), errors);
    }

    private static Response back() {
        return Response.seeOther(URI.create("/privacy")).build();
    }
}
