package org.tianbo.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.badge.KeyRing;
import org.tianbo.certification.badge.SigningKey;
import org.tianbo.certification.certificate.Serial;
import org.tianbo.testsupport.TianboServices;

/** Keys that changed, and numbers that are no certificate's. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class CertificateSettingsIT extends CertificateCalls {

    @Test
    void aKeyThatSignsNoMoreIsPublishedOn() throws Exception {
        ECKey earlier = SigningKey.of("the secret of an earlier year, long enough");
        String signed = badge("FENGCHENG-2025-7K3Q-X9MP-4").signed(earlier);
        CertificationConfig config = config(Set.of());
        QuarkusTransaction.requiringNew().run(() -> new KeyRing(entities, clock, config).published());
        QuarkusTransaction.requiringNew().run(() -> new KeyRing(entities, clock, config).published());

        assertThat(PublishedKeys.verify(signed)).isTrue();
        assertThat(PublishedKeys.all().getKeys()).hasSizeGreaterThan(1).noneMatch(JWK::isPrivate);
        RestAssured.get("/.well-known/jwks/{thumbprint}", earlier.getKeyID())
                .then()
                .statusCode(200)
                .body("x", equalTo(earlier.getX().toString()))
                .body("d", nullValue());
        CertificationConfig withdrawing = config(Set.of(earlier.getKeyID()));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> new KeyRing(entities, clock, withdrawing).published(earlier.getKeyID())))
                .isEmpty();
        RestAssured.get("/.well-known/jwks/none").then().statusCode(404);
    }

    @Test
    void aNumberThatIsNoCertificatesIsNotThere() {
        String serial = Serial.draw("fengcheng", 2026, new SecureRandom()).toString();

        RestAssured.given()
                .accept("text/html")
                .get("/certificates/" + serial)
                .then()
                .statusCode(404);
        RestAssured.given().accept("text/html").get("/certificates/1").then().statusCode(404);
        RestAssured.get("/api/certificates/" + serial)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("certification.not-found"));
        RestAssured.get("/api/issuers/nowhere").then().statusCode(404);
    }

    private static CertificationConfig config(Set<String> withdrawn) {
        return new CertificationConfig() {
            @Override
            public String signingKey() {
                return "the secret of an earlier year, long enough";
            }

            @Override
            public Optional<Set<String>> withdrawnKeys() {
                return Optional.of(withdrawn);
            }
        };
    }
}
