package org.tianbo.privacy.page;

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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
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
    private final Counties counties;
    private final SignedIn signedIn;
    private final Clock clock;

    AssessmentPages(
            KnownCounts counts,
            ConsentBook consents,
            RetentionSettings retention,
            Counties counties,
            SignedIn signedIn,
            Clock clock) {
        this.counts = counts;
        this.consents = consents;
        this.retention = retention;
        this.counties = counties;
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
    public TemplateInstance sheet(@QueryParam("asked") boolean asked, @Context HttpHeaders headers) {
        return Templates.sheet(
                counts.last(),
                Kept.all(retention),
                consents.numbers(),
                clock.instant(),
                signedIn.name(),
                county(Language.of(headers)),
                asked,
                signedIn.is(Roles.OFFICER));
    }

    private String county(Locale locale) {
        return counties.county(signedIn.county())
                .map(named -> locale.equals(Language.ENGLISH) ? named.nameEn() : named.nameZh())
                .orElse(signedIn.county());
    }

    @POST
    @Path("count")
    @RolesAllowed(Roles.OFFICER)
    public Response count() {
        counts.countAgain();
        return Response.seeOther(URI.create("/privacy/assessment?asked=true")).build();
    }
}
