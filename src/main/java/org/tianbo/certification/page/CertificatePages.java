package org.tianbo.certification.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.badge.Badges;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.certificate.Serial;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.web.QrCode;

/** The public page of a certificate: whether it is valid. */
@Path("/certificates")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class CertificatePages {

    private final Certification certification;
    private final Badges badges;
    private final CurrentCounty county;

    CertificatePages(Certification certification, Badges badges, CurrentCounty county) {
        this.certification = certification;
        this.badges = badges;
        this.county = county;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance certificate(CertificateView certificate, QrCode qr);
    }

    /** Reads as the county in the serial; this page shows nothing else of that county. */
    @GET
    @Path("{serial}")
    public TemplateInstance certificate(String serial, @Context UriInfo address) {
        Serial named = Serial.parse(serial).orElseThrow(CertificationRefused::unknown);
        CertificateView certificate = county.as(named.county(), () -> certification.certificate(named));
        return Templates.certificate(
                certificate,
                QrCode.of(badges.home(address.getBaseUri())
                        .resolve("/certificates/" + named)
                        .toString()));
    }
}
