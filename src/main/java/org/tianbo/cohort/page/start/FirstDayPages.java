package org.tianbo.cohort.page.start;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tianbo.platform.security.Roles;

/** A new county's way to its first lesson, for its officer. */
@Path("/county/first-day")
@RolesAllowed(Roles.OFFICER)
@Produces(MediaType.TEXT_HTML)
class FirstDayPages {

    private final CountyFirstDay firstDay;

    FirstDayPages(CountyFirstDay firstDay) {
        this.firstDay = firstDay;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance steps(List<FirstDayStep> steps, long done);
    }

    @GET
    public TemplateInstance steps() {
        List<FirstDayStep> steps = firstDay.counts().steps();
        return Templates.steps(steps, steps.stream().filter(FirstDayStep::done).count());
    }
}
