package org.tianbo.certification.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PersonalData;
import org.tianbo.platform.privacy.PersonalKind;
import org.tianbo.platform.privacy.PersonalRecords;

/** Certificates that were issued to somebody. */
@ApplicationScoped
class PersonalCertificates implements PersonalData {

    private static final String CERTIFICATES =
            """
            select c.serial, c.issued_at, r.revoked_at, r.reason as revoked_because
            from certificates c left join certificate_revocations r on r.county = c.county and r.certificate = c.id
            where c.county = ? and c.trainee = ? order by c.issued_at
            """;

    @Override
    public List<PersonalRecords> records() {
        return List.of(new PersonalRecords(PersonalKind.CERTIFICATES, "certificates", CERTIFICATES));
    }
}
