package org.tianbo.privacy.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
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
import java.util.Optional;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.Language;
import org.tianbo.privacy.consent.ConsentAnswer;
import org.tianbo.privacy.consent.ConsentBook;
import org.tianbo.privacy.consent.ConsentText;

/** A trainee reads what their county asks them to agree to, agrees, or takes it back. */
@Path("/my-data/consent")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyConsentPages {

    private final ConsentBook book;
    private final SignedIn signedIn;

    MyConsentPages(ConsentBook book, SignedIn signedIn) {
        this.book = book;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance mine(
                Optional<ConsentText> text, String words, Optional<ConsentAnswer> last, List<ConsentAnswer> answers);
    }

    @GET
    public TemplateInstance mine(@Context HttpHeaders headers) {
        Optional<ConsentText> text = book.current();
        List<ConsentAnswer> answers = book.answers(signedIn.id());
        boolean english =
                Language.ENGLISH.getLanguage().equals(Language.of(headers).getLanguage());
        return Templates.mine(
                text,
                text.map(one -> english ? one.en() : one.zh()).orElse(""),
                answers.stream().findFirst(),
                answers);
    }

    /** @param agreed {@code yes} to agree, anything else takes it back */
    @POST
    public Response answer(@FormParam("version") int version, @FormParam("agreed") String agreed) {
        book.answer(signedIn.id(), version, "yes".equals(agreed));
        return Response.seeOther(URI.create("/my-data/consent")).build();
    }
}
