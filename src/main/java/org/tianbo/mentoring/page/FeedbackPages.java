package org.tianbo.mentoring.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.tianbo.mentoring.feedback.Feedback;
import org.tianbo.mentoring.feedback.FeedbackView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** What the mentor said, for the trainee. */
@Path("/practice/{attempt}/feedback")
class FeedbackPages {

    private final Feedback feedback;
    private final SignedIn signedIn;

    FeedbackPages(Feedback feedback, SignedIn signedIn) {
        this.feedback = feedback;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance feedback(FeedbackView feedback);
    }

    @GET
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER})
    public TemplateInstance feedback(UUID attempt, @Context HttpHeaders headers) {
        return Templates.feedback(feedback.of(signedIn.id(), attempt, Language.of(headers)));
    }
}
