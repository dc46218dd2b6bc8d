package org.tianbo.practice.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.people.PersonView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.attempt.OnSiteRecordings;
import org.tianbo.practice.preparation.PlanDefaults;

/** Where a mentor or coordinator begins to record a trainee, with the phone at hand. */
@Path("/practice/on-site")
@RolesAllowed({Roles.MENTOR, Roles.COORDINATOR})
@Produces(MediaType.TEXT_HTML)
class OnSitePages {

    private final OnSiteRecordings recordings;
    private final Curriculum curriculum;

    OnSitePages(OnSiteRecordings recordings, Curriculum curriculum) {
        this.recordings = recordings;
        this.curriculum = curriculum;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance onSite(List<PersonView> trainees, List<RunOfShowView> shows);
    }

    /** @param trainee whom to record; absent to choose among those the reader mentors */
    @GET
    public TemplateInstance onSite(@QueryParam("trainee") UUID trainee, @Context HttpHeaders headers) {
        return Templates.onSite(
                recordings.trainees(Optional.ofNullable(trainee)),
                RunOfShowView.all(curriculum.runsOfShow(), PlanDefaults.FIRST, Language.of(headers)));
    }
}
