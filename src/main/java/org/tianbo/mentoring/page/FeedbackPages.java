package org.tianbo.mentoring.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.tianbo.family.HelpedWork;
import org.tianbo.mentoring.feedback.Feedback;
import org.tianbo.mentoring.feedback.FeedbackView;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;

/** What the mentor said, for the trainee. */
@Path("/practice/{attempt}/feedback")
class FeedbackPages {

    private final Feedback feedback;
    private final HelpedWork helped;
    private final SignedIn signedIn;

    FeedbackPages(Feedback feedback, HelpedWork helped, SignedIn signedIn) {
        this.feedback = feedback;
        this.helped = helped;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /** @param helpers who helped with the rehearsal, by the names they gave; for the trainee alone */
        static native TemplateInstance feedback(FeedbackView feedback, List<String> helpers);
    }

    @GET
    @RolesAllowed({Roles.TRAINEE, Roles.HELPER})
    public TemplateInstance feedback(UUID attempt, @Context HttpHeaders headers) {
        FeedbackView view = feedback.of(signedIn.id(), attempt, Language.of(headers));
        return Templates.feedback(view, signedIn.isHelping() ? List.of() : helped.helpersWith(attempt, signedIn.id()));
    }
}
