package org.tianbo.bench;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hibernate.Session;
import org.tianbo.platform.data.NativeQueries;

/** The floor of the bench: a Qute page with one query and nothing else. Packed by the bench's profile only. */
@Path("/bench/bare")
@PermitAll
public class BarePages {

    private final Session session;

    BarePages(Session session) {
        this.session = session;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance bare(List<String> counties);
    }

    @GET
    @Transactional
    public TemplateInstance bare() {
        return Templates.bare(NativeQueries.<String>ofOneColumn(session, "select id from counties order by id")
                .getResultList());
    }
}
