package org.tianbo.certification;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.tianbo.certification.badge.Badge;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.certificate.Certification;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.people.Counties.CountyView;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CurrentCounty;

/** The calls that the tests of certificates share. */
abstract class CertificateCalls {

    @Inject
    Certification certification;

    @Inject
    CurrentCounty county;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    static Badge badge(String serial) {
        CountyView fengcheng = new CountyView("fengcheng", "丰城", "Fengcheng");
        URI home = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/");
        return new Badge(
                new CertificateView(serial, Ids.next(), "演示", fengcheng, Instant.EPOCH, null),
                CertificationCriteria.USUAL,
                home);
    }
}
