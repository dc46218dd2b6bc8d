package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.privacy.consent.ConsentBook;
import org.tianbo.privacy.known.KnownData;
import org.tianbo.privacy.known.KnownKind;
import org.tianbo.privacy.retention.RetentionSettings;

/** The impact-assessment sheet, filled from what the system knows, to be printed and signed. */
@Path("/privacy/assessment")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class AssessmentPages {

    private final KnownData known;
    private final ConsentBook consents;
    private final RetentionSettings retention;
    private final SignedIn signedIn;
    private final Clock clock;

    AssessmentPages(
            KnownData known, ConsentBook consents, RetentionSettings retention, SignedIn signedIn, Clock clock) {
        this.known = known;
        this.consents = consents;
        this.retention = retention;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sheet(
                List<KnownKind> kinds,
                List<Kept> rules,
                ConsentBook.Numbers consents,
                Instant now,
                String by,
                String county);
    }

    @GET
    public TemplateInstance sheet() {
        return Templates.sheet(
                known.inCounty(),
                Kept.all(retention),
                consents.numbers(),
                clock.instant(),
                signedIn.name(),
                signedIn.county());
    }
}
