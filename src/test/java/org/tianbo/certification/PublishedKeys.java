package org.tianbo.certification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;
import java.text.ParseException;

/** A stranger who holds a certificate and knows nothing of us but what we publish. */
final class PublishedKeys {

    private PublishedKeys() {}

    static JWKSet all() throws ParseException {
        return JWKSet.parse(RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .extract()
                .asString());
    }

    /** Whether the key of that name in the published set signed it. */
    static boolean verify(String signed) throws ParseException, JOSEException {
        JWSObject jws = JWSObject.parse(signed);
        ECKey key = all().getKeyByKeyId(jws.getHeader().getKeyID()).toECKey();
        return jws.verify(new ECDSAVerifier(key));
    }
}
