package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.privacy.consent.ConsentBook;
import org.tianbo.privacy.known.KnownCounts;
import org.tianbo.privacy.retention.RetentionSettings;

/** The impact-assessment sheet, filled from what the system knows, to be printed and signed. */
@Path("/privacy/assessment")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class AssessmentPages {

    private final KnownCounts counts;
    private final ConsentBook consents;
    private final RetentionSettings retention;
    private final SignedIn signedIn;
    private final Clock clock;

    AssessmentPages(
            KnownCounts counts, ConsentBook consents, RetentionSettings retention, SignedIn signedIn, Clock clock) {
        this.counts = counts;
        this.consents = consents;
        this.retention = retention;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sheet(
                KnownCounts.Counted counted,
                List<Kept> rules,
                ConsentBook.Numbers consents,
                Instant now,
                String by,
                String county,
                boolean asked,
                boolean mayAsk);
    }

    /** @param asked whether whoever looks has just had it counted */
    @GET
    public TemplateInstance sheet(@QueryParam("asked") boolean asked) {
        return Templates.sheet(
                counts.last(),
                Kept.all(retention),
                consents.numbers(),
                clock.instant(),
                signedIn.name(),
                signedIn.county(),
                asked,
                signedIn.is(Roles.OFFICER));
    }

    @POST
    @Path("count")
    @RolesAllowed(Roles.OFFICER)
    public Response count() {
        counts.countAgain();
        return Response.seeOther(URI.create("/privacy/assessment?asked=true")).build();
    }
}
