package org.tianbo.certification.page;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.badge.Badge;
import org.tianbo.certification.badge.Badges;
import org.tianbo.certification.badge.KeyRing;

/** The keys certificates are verified with: those of earlier years too. */
@Path("/.well-known")
@PermitAll
class KeysResource {

    private static final String KEYS =
            """
            {"keys": [{"kty": "EC", "use": "sig", "crv": "P-256", "alg": "ES256",
             "kid": "https://tianbo.example.org/.well-known/jwks/9-Cm5oYkVbUbFmxHHVn5cDQcGjmJ0dYHrZxyBnmLrkk",
             "x": "YP7UuiVanTHJYet0xjVtaMBJuJI7YfrmmMZInmDym_Y", "y": "eQP-EIm4vMmkGumjJlLmLw8rHbfsUcg9mIxY0KX1oRM"}]}
            """;

    private final KeyRing keys;
    private final Badges badges;

    KeysResource(KeyRing keys, Badges badges) {
        this.keys = keys;
        this.badges = badges;
    }

    @GET
    @Path("jwks.json")
    @Produces({"application/jwk-set+json", "application/json"})
    @Operation(summary = "The public keys of certificates", description = "A JWK set (RFC 7517), the newest first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/jwk-set+json",
                            examples = @ExampleObject(name = "keys", value = KEYS)))
    public Map<String, Object> keys(@Context UriInfo address) {
        URI home = badges.home(address.getBaseUri());
        return new JWKSet(keys.published().stream()
                        .<com.nimbusds.jose.jwk.JWK>map(key -> named(key, home))
                        .toList())
                .toJSONObject(true);
    }

    /** Open Badges asks for an address that leads to one key by itself. */
    @GET
    @Path("jwks/{thumbprint}")
    @Produces({"application/jwk+json", "application/json"})
    @Operation(summary = "One public key", description = "The JWK to which a certificate's kid leads.")
    @APIResponse(responseCode = "404", description = "certification.key-not-found")
    public Map<String, Object> key(String thumbprint, @Context UriInfo address) {
        ECKey key = keys.published(thumbprint).orElseThrow(CertificationRefused::keyUnknown);
        return named(key, badges.home(address.getBaseUri())).toJSONObject();
    }

    private static ECKey named(ECKey key, URI home) {
        return new ECKey.Builder(key)
                .keyID(Badge.keyAddress(home, key))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
    }
}
