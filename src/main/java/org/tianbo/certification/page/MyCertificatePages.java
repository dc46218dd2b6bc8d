package org.tianbo.certification.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.tianbo.certification.badge.Badges;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.criteria.Readiness;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.QrCode;

/** The trainee's certificate on the phone, or what is still missing. */
@Path("/my-certificate")
@RolesAllowed(Roles.TRAINEE)
@Produces(MediaType.TEXT_HTML)
class MyCertificatePages {

    private final Certification certification;
    private final Badges badges;
    private final SignedIn signedIn;

    MyCertificatePages(Certification certification, Badges badges, SignedIn signedIn) {
        this.certification = certification;
        this.badges = badges;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance missing(Readiness readiness, boolean revoked);

        static native TemplateInstance certificate(CertificateView certificate, QrCode qr);
    }

    @GET
    public TemplateInstance mine(@Context UriInfo address) {
        UUID me = signedIn.id();
        return certification
                .certificateOf(me)
                .filter(CertificateView::valid)
                .map(certificate -> Templates.certificate(
                        certificate,
                        QrCode.of(badges.home(address.getBaseUri())
                                .resolve("/certificates/" + certificate.serial())
                                .toString())))
                .orElseGet(() -> Templates.missing(
                        certification.readiness(me),
                        certification.certificateOf(me).isPresent()));
    }
}
