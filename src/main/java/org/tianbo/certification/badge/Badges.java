package org.tianbo.certification.badge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Map;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.certificate.CertificateRepository;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.certificate.Serial;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.people.Counties;
import org.tianbo.platform.web.PublicAddress;

/** Certificates in the form that programs of other organisations read. */
@ApplicationScoped
public class Badges {

    private final Certification certification;
    private final CertificateRepository certificates;
    private final Counties counties;
    private final KeyRing keys;
    private final PublicAddress address;

    Badges(
            Certification certification,
            CertificateRepository certificates,
            Counties counties,
            KeyRing keys,
            PublicAddress address) {
        this.certification = certification;
        this.certificates = certificates;
        this.counties = counties;
        this.keys = keys;
        this.address = address;
    }

    /** The public address of this installation. A certificate is signed under one of our own addresses only. */
    public URI home(URI addressed) {
        return address.requested(addressed);
    }

    /**
     * The signed credential; call as the serial's county. A revoked certificate is not signed again: whoever holds an
     * older copy learns here that it is revoked.
     */
    @Transactional
    public String signed(Serial serial, URI addressed) {
        CertificateView certificate = certification.certificate(serial);
        if (!certificate.valid()) {
            throw CertificationRefused.revoked(certificate.revokedAt());
        }
        CertificationCriteria criteria = certificates
                .readinessRecord(certificate.trainee())
                .map(record -> new CertificationCriteria(record.reviews, record.score))
                .orElseThrow();
        return new Badge(certificate, criteria, home(addressed)).signed(keys.signing());
    }

    /** A county as the issuer of its certificates. */
    @Transactional
    public Map<String, Object> issuer(String county, URI addressed) {
        return Badge.issuer(home(addressed), counties.county(county).orElseThrow(CertificationRefused::issuerUnknown));
    }
}
