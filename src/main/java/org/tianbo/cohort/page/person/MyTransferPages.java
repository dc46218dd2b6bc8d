package org.tianbo.cohort.page.person;

import io.quarkus.qute.CheckedTemplate;
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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.cohort.transfer.Transfer;
import org.tianbo.cohort.transfer.Transfers;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** The trainee's own yes or no to going to another county. */
@Path("/transfer")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyTransferPages {

    private final Transfers transfers;
    private final SignedIn signedIn;

    MyTransferPages(Transfers transfers, SignedIn signedIn) {
        this.transfers = transfers;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance mine(Optional<Transfer> transfer, String other, FormErrors errors);
    }

    @GET
    public TemplateInstance mine(@Context HttpHeaders headers) {
        return page(FormErrors.NONE, Language.of(headers));
    }

    /** @param answer {@code yes} or {@code no} */
    @POST
    public Response answer(@RestForm UUID transfer, @RestForm String answer, @Context HttpHeaders headers) {
        return new SubmittedForm("answer", headers, errors -> page(errors, Language.of(headers))).answer(() -> {
            if ("yes".equals(answer)) {
                transfers.consent(transfer, signedIn.id());
            } else {
                transfers.decline(transfer, signedIn.id());
            }
            return Response.seeOther(URI.create("/transfer")).build();
        });
    }

    private TemplateInstance page(FormErrors errors, Locale locale) {
        Optional<Transfer> open = transfers.openOf(signedIn.id());
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        return Templates.mine(
                open, open.map(one -> english ? one.otherEn() : one.otherZh()).orElse(""), errors);
    }
}
