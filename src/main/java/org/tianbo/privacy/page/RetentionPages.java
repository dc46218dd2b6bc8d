package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.retention.Removal;
import org.tianbo.privacy.retention.Removals;
import org.tianbo.privacy.retention.RetentionSettings;

/** How long things are kept, and what was removed when their time was over. */
@Path("/privacy/retention")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RetentionPages {

    private static final int PAGE = 100;

    private final RetentionSettings settings;
    private final Removals removals;

    RetentionPages(RetentionSettings settings, Removals removals) {
        this.settings = settings;
        this.removals = removals;
    }

    @CheckedTemplate
    static class Templates {
        /** @param next the address of the next page, empty on the last */
        static native TemplateInstance log(List<Kept> rules, List<Removal> removals, String next);
    }

    /** @param after the last one of the page before */
    @GET
    public TemplateInstance log(@QueryParam("after") UUID after) {
        Page<Removal, UUID> page = removals.latest(Optional.ofNullable(after), PAGE);
        return Templates.log(
                Kept.all(settings),
                page.rows(),
                page.next().map(last -> "/privacy/retention?after=" + last).orElse(""));
    }
}
