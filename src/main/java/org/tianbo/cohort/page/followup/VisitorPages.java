package org.tianbo.cohort.page.followup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.tianbo.cohort.followup.DueFilter;
import org.tianbo.cohort.followup.DueState;
import org.tianbo.cohort.followup.DueVisit;
import org.tianbo.cohort.followup.DueVisits;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;

/**
 * A visitor's phone: whom to visit, and a form that is filled in without a network. The one page that may ask the phone
 * where it is; it asks once the trainee agrees.
 */
@Path("/visits")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class VisitorPages {

    /** As many as a phone shows quickly and somebody visits in weeks. */
    private static final int MOST = 60;

    private final DueVisits due;
    private final FollowUpAccess access;
    private final SignedIn signedIn;

    VisitorPages(DueVisits due, FollowUpAccess access, SignedIn signedIn) {
        this.due = due;
        this.access = access;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance visits(List<DueVisit> visits, VisitForm form, FormErrors errors);
    }

    /** Those that the reader was asked to make; for the office also those that nobody was. */
    @GET
    @ResponseHeader(name = "Permissions-Policy", value = "camera=(self), microphone=(self), geolocation=(self)")
    public TemplateInstance visits() {
        List<DueVisit> mine = Stream.of(DueState.OVERDUE, DueState.DUE, DueState.SOON)
                .flatMap(state -> due
                        .page(
                                new DueFilter(
                                        Optional.of(state),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(signedIn.id()),
                                        access.ofOffice(),
                                        true),
                                Optional.empty(),
                                MOST)
                        .rows()
                        .stream())
                .limit(MOST)
                .toList();
        return Templates.visits(mine, VisitForm.empty(due.today()), FormErrors.NONE);
    }
}
