package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.privacy.consent.ConsentBook;
import org.tianbo.privacy.consent.ConsentText;

/** What a county asks its trainees to agree to: written by officers, each version with its reason. */
@Path("/privacy/consent")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class ConsentPages {

    private static final int WITHDRAWN = 50;

    /** On a page; each may be as long as a page. */
    private static final int TEXTS = 20;

    private final ConsentBook book;
    private final SignedIn signedIn;

    ConsentPages(ConsentBook book, SignedIn signedIn) {
        this.book = book;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance texts(
                Page<ConsentText, Integer> texts,
                ConsentBook.Numbers numbers,
                Page<ConsentBook.Withdrawal, UUID> withdrawn,
                int seen,
                boolean writes,
                FormErrors errors);
    }

    /**
     * @param after the last person of the page before who took their word back
     * @param before the last version of the page before
     */
    @GET
    public TemplateInstance texts(@QueryParam("after") UUID after, @QueryParam("before") Integer before) {
        return texts(Optional.ofNullable(after), Optional.ofNullable(before), FormErrors.NONE);
    }

    @POST
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(65_536)
    public Response publish(
            @FormParam("seen") int seen,
            @FormParam("zh") String zh,
            @FormParam("en") String en,
            @FormParam("reason") String reason,
            @Context HttpHeaders headers) {
        return new SubmittedForm("consent", headers, errors -> texts(Optional.empty(), Optional.empty(), errors))
                .with("zh", zh)
                .with("en", en)
                .with("reason", reason)
                .answer(() -> {
                    book.publish(seen, zh, en, reason, signedIn.id());
                    return Response.seeOther(URI.create("/privacy/consent")).build();
                });
    }

    private TemplateInstance texts(Optional<UUID> after, Optional<Integer> before, FormErrors errors) {
        return Templates.texts(
                book.texts(before, TEXTS),
                book.numbers(),
                book.withdrawn(after, WITHDRAWN),
                book.current().map(ConsentText::version).orElse(0),
                signedIn.is(Roles.OFFICER),
                errors);
    }
}
