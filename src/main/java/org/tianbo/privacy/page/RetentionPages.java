package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.tianbo.platform.security.Roles;
import org.tianbo.privacy.retention.Removal;
import org.tianbo.privacy.retention.Removals;
import org.tianbo.privacy.retention.RetentionSettings;

/** How long things are kept, and what was removed when their time was over. */
@Path("/privacy/retention")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RetentionPages {

    private final RetentionSettings settings;
    private final Removals removals;

    RetentionPages(RetentionSettings settings, Removals removals) {
        this.settings = settings;
        this.removals = removals;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance log(List<Kept> rules, List<Removal> removals);
    }

    @GET
    public TemplateInstance log() {
        return Templates.log(Kept.all(settings), removals.latest());
    }
}
