package org.tianbo.learning.page.quiz;

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
import java.util.Optional;
import org.tianbo.curriculum.CourseView;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.items.QuestionFigures;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;

/** How the questions of a course do in the county, and which of them should be mended. */
@Path("/questions")
@RolesAllowed({Roles.MENTOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class ItemPages {

    private final Curriculum curriculum;
    private final QuestionFigures figures;

    ItemPages(Curriculum curriculum, QuestionFigures figures) {
        this.curriculum = curriculum;
        this.figures = figures;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance items(ItemsView view);
    }

    /** @param course its slug; the first where none is named */
    @GET
    public TemplateInstance items(@QueryParam("course") Optional<String> course, @Context HttpHeaders headers) {
        CourseView shown = curriculum.course(
                course.orElseGet(() -> curriculum.courses().get(0).slug()));
        return Templates.items(ItemsView.of(shown, figures.of(shown), curriculum, Language.of(headers)));
    }
}
