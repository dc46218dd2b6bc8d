package org.tianbo.certification.badge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.certification.certificate.CertificateView;
import org.tianbo.certification.criteria.CertificationCriteria;
import org.tianbo.people.Counties.CountyView;

/**
 * A certificate as an Open Badges 3.0 credential (1EdTech, sections 8.2 and B.1) that others verify without asking us:
 * the credential's members with the claims {@code iss}, {@code jti}, {@code sub} and {@code nbf} beside them. It says
 * what the public page says and nothing more; the holder is named by the certificate, so that two certificates of one
 * person cannot be joined.
 *
 * @param home where the public reaches this installation
 * @param criteria the county's criteria when the holder reached it
 */
public record Badge(CertificateView certificate, CertificationCriteria criteria, URI home) {

    private static final List<String> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private static final Map<String, String> SCHEMA = Map.of(
            "id",
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
            "type",
            "1EdTechJsonSchemaValidator2019");

    /** The compact form of the signed credential; anybody may check it with the key its header leads to. */
    public String signed(ECKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(keyAddress(home, key))
                .build();
        JWSObject signed = new JWSObject(header, new Payload(credential()));
        try {
            signed.sign(new ECDSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The key of certificates does not sign", unusable);
        }
        return signed.serialize();
    }

    /** Where the public key is found by itself, which is also its name in the key set. */
    public static String keyAddress(URI home, ECKey key) {
        return home.resolve("/.well-known/jwks/" + key.getKeyID()).toString();
    }

    /** Who issues: the county. */
    static Map<String, Object> issuer(URI home, CountyView county) {
        Map<String, Object> issuer = new LinkedHashMap<>();
        issuer.put("id", issuerAddress(home, county.id()));
        issuer.put("type", List.of("Profile"));
        issuer.put("name", county.nameZh() + " · " + county.nameEn());
        issuer.put("url", home.resolve("/").toString());
        return issuer;
    }

    Map<String, Object> credential() {
        Instant issued = certificate.issuedAt().truncatedTo(ChronoUnit.SECONDS);
        String id = home.resolve("/api/certificates/" + certificate.serial()).toString();
        String holder = home.resolve("/certificates/" + certificate.serial()).toString() + "#holder";
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@context", CONTEXT);
        members.put("id", id);
        members.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        members.put("name", "直播带货结业证书 · Livestream selling certificate");
        members.put("issuer", issuer(home, certificate.county()));
        members.put("validFrom", issued.toString());
        members.put("credentialSubject", subject(holder));
        members.put("credentialSchema", List.of(SCHEMA));
        members.put("iss", issuerAddress(home, certificate.county().id()));
        members.put("jti", id);
        members.put("sub", holder);
        members.put("nbf", issued.getEpochSecond());
        return members;
    }

    private Map<String, Object> subject(String holder) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("type", "IdentityObject");
        name.put("identityType", "name");
        name.put("hashed", false);
        name.put("identityHash", certificate.name());
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", holder);
        subject.put("type", List.of("AchievementSubject"));
        subject.put("identifier", List.of(name));
        subject.put("achievement", achievement());
        return subject;
    }

    private Map<String, Object> achievement() {
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("id", issuerAddress(home, certificate.county().id()) + "#livestream-seller");
        achievement.put("type", List.of("Achievement"));
        achievement.put("achievementType", "Certificate");
        achievement.put("name", "乡村主播 · Livestream seller");
        achievement.put(
                "description",
                "会讲自己的货，会守规矩，可以自己开播。 · Explains their own produce, keeps the rules, and may host livestreams.");
        achievement.put("criteria", Map.of("narrative", narrative()));
        return achievement;
    }

    private String narrative() {
        return ("学完全部课程，小测都过；%1$d 次练播由老师评到 %2$d 分以上且没有违规；县里的考官通过。 · All lessons done and quizzes passed;"
                        + " rehearsals marked %2$d of 100 or over by a mentor with no rule broken: %1$d; passed by the"
                        + " county's examiner.")
                .formatted(criteria.reviews(), criteria.score());
    }

    private static String issuerAddress(URI home, String county) {
        return home.resolve("/api/issuers/" + county).toString();
    }
}
