package org.tianbo.certification.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.people.Counties.CountyView;

class BadgeTest {

    private static final URI HOME = URI.create("https://tianbo.example.org/");
    private static final ECKey KEY = SigningKey.of("a secret of the test, long enough to be one");
    private static final String SERIAL = "FENGCHENG-2026-7K3Q-X9MP-4";

    private final CertificateView certificate = new CertificateView(
            SERIAL,
            new UUID(7, 7),
            "演示·春梅",
            new CountyView("fengcheng", "丰城", "Fengcheng"),
            Instant.parse("2026-11-20T08:15:30.123456Z"),
            null);
    private final Badge badge = new Badge(certificate, new CertificationCriteria(3, 70), HOME);

    @Test
    void theClaimsAreThoseOfTheCredential() throws ParseException {
        Map<String, Object> members =
                JWSObject.parse(badge.signed(KEY)).getPayload().toJSONObject();

        assertThat(members)
                .containsEntry("iss", "https://tianbo.example.org/api/issuers/fengcheng")
                .containsEntry("jti", "https://tianbo.example.org/api/certificates/" + SERIAL)
                .containsEntry("id", members.get("jti"))
                .containsEntry("sub", "https://tianbo.example.org/certificates/" + SERIAL + "#holder")
                .containsEntry("validFrom", "2026-11-20T08:15:30Z")
                .containsEntry("nbf", Instant.parse("2026-11-20T08:15:30Z").getEpochSecond())
                .containsEntry("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
                .doesNotContainKey("vc");
        assertThat(members.get("issuer").toString()).contains("id=" + members.get("iss"));
        assertThat(members.get("credentialSubject").toString())
                .contains("id=" + members.get("sub"), "演示·春梅", "3 次练播", "70 of 100");
    }

    @Test
    void theHeaderLeadsToTheKeyAndHoldsNothingThatOpenBadgesForbids() throws ParseException {
        Map<String, Object> header =
                JWSObject.parse(badge.signed(KEY)).getHeader().toJSONObject();

        assertThat(header)
                .containsOnlyKeys("alg", "typ", "kid")
                .containsEntry("alg", "ES256")
                .containsEntry("typ", "JWT")
                .containsEntry("kid", "https://tianbo.example.org/.well-known/jwks/" + KEY.getKeyID());
    }

    @Test
    void aChangedWordBreaksTheSignature() throws ParseException, JOSEException {
        String signed = badge.signed(KEY);
        String other = new Badge(certificate, new CertificationCriteria(9, 99), HOME).signed(KEY);
        String[] parts = signed.split("\\.");
        String forged = parts[0] + "." + other.split("\\.")[1] + "." + parts[2];

        assertThat(JWSObject.parse(signed).verify(new ECDSAVerifier(KEY.toPublicJWK())))
                .isTrue();
        assertThat(JWSObject.parse(forged).verify(new ECDSAVerifier(KEY.toPublicJWK())))
                .isFalse();
    }

    @Test
    void theHoldersNumberInOurBooksIsNotInIt() {
        assertThat(badge.credential().toString())
                .doesNotContain(certificate.trainee().toString());
    }
}
