package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.ledger.chain.ChainChecks;
import org.tianbo.people.People;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** Whether the ledger is as it was written. */
@Path("/ledger/check")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class CheckPages {

    private final ChainChecks checks;
    private final People people;
    private final SignedIn signedIn;

    CheckPages(ChainChecks checks, People people, SignedIn signedIn) {
        this.checks = checks;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance checks(List<CheckView> checks, boolean running);
    }

    /** A check, and the name of who asked for it. */
    record CheckView(ChainChecks.Check check, String askedBy) {}

    @GET
    public TemplateInstance checks() {
        List<ChainChecks.Check> latest = checks.latest();
        Map<UUID, String> names = people.names(
                latest.stream().map(ChainChecks.Check::askedBy).distinct().toList());
        return Templates.checks(
                latest.stream()
                        .map(check -> new CheckView(check, names.getOrDefault(check.askedBy(), "")))
                        .toList(),
                latest.stream().anyMatch(check -> !check.isEnded()));
    }

    @POST
    public Response check() {
        checks.ask(signedIn.id());
        return Response.seeOther(URI.create("/ledger/check")).build();
    }
}
