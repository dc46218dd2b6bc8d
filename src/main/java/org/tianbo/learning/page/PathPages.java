package org.tianbo.learning.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.LearningPaths;
import org.tianbo.learning.progress.Learning;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** Ways through the lessons, of which a trainee may choose one. */
@Path("/learn/paths")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
@Produces(MediaType.TEXT_HTML)
class PathPages {

    private final Curriculum curriculum;
    private final Learning learning;
    private final NoScriptForms noScriptForms;
    private final SignedIn signedIn;

    PathPages(Curriculum curriculum, Learning learning, NoScriptForms noScriptForms, SignedIn signedIn) {
        this.curriculum = curriculum;
        this.learning = learning;
        this.noScriptForms = noScriptForms;
        this.signedIn = signedIn;
    }

    @GET
    public TemplateInstance paths(@Context HttpHeaders headers) {
        LearningPaths paths = curriculum.paths();
        List<PathCard> cards = PathCard.all(paths, learning.progress(signedIn.id()), Language.of(headers));
        return LearningPages.Templates.paths(cards, paths.occupation().confirmed());
    }

    /** @param path its id; none to go by the courses again */
    @POST
    public Response choose(@RestForm String path) {
        noScriptForms.choosePath(signedIn, path == null || path.isEmpty() ? null : path);
        return Response.seeOther(URI.create("/learn/paths")).build();
    }
}
