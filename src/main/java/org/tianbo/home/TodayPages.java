package org.tianbo.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;

/** The home of those who work at the county's office: what waits for them, the longest waiting first. */
@Path("/today")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER})
@Produces(MediaType.TEXT_HTML)
class TodayPages {

    private final TodayWork work;
    private final Clock clock;

    TodayPages(TodayWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance today(TodayBoard board);
    }

    @GET
    public TemplateInstance today(@Context HttpHeaders headers) {
        return Templates.today(TodayBoard.of(work.ofReader(), clock.instant(), Language.of(headers)));
    }
}
