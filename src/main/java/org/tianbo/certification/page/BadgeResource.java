package org.tianbo.certification.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.certification.CertificationRefused;
import org.tianbo.certification.badge.Badges;
import org.tianbo.certification.certificate.Serial;
import org.tianbo.platform.security.CurrentCounty;

/** Certificates for wallets and verifiers; nobody has to sign in. */
@Path("/api")
@PermitAll
class BadgeResource {

    private static final String ISSUER =
            """
            {"id": "https://tianbo.example.org/api/issuers/fengcheng", "type": ["Profile"],
             "name": "丰城 · Fengcheng", "url": "https://tianbo.example.org/"}
            """;

    private final Badges badges;
    private final CurrentCounty county;

    BadgeResource(Badges badges, CurrentCounty county) {
        this.badges = badges;
        this.county = county;
    }

    @GET
    @Path("certificates/{serial}")
    @Produces({MediaType.TEXT_PLAIN, "application/vc+jwt", "application/jwt"})
    @Operation(
            summary = "A certificate as an Open Badges 3.0 credential",
            description =
                    "VC-JWT: a compact JWS, ES256, text/plain as Open Badges 3.0 has it. The header's kid leads to"
                            + " the public key, which is in /.well-known/jwks.json too. Ask again to learn whether "
                            + "it still"
                            + " counts.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "text/plain",
                            examples =
                                    @ExampleObject(
                                            name = "credential",
                                            value = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiIsImtpZCI6…")))
    @APIResponse(responseCode = "404", description = "certification.not-found: no such serial")
    @APIResponse(responseCode = "410", description = "certification.revoked: it counts no more, since revokedAt")
    public String certificate(
            @Parameter(example = "FENGCHENG-2026-7K3Q-X9MP-4") String serial, @Context UriInfo address) {
        Serial named = Serial.parse(serial).orElseThrow(CertificationRefused::unknown);
        return county.as(named.county(), () -> badges.signed(named, address.getBaseUri()));
    }

    @GET
    @Path("issuers/{county}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Who issues a county's certificates", description = "An Open Badges 3.0 Profile.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "profile", value = ISSUER)))
    @APIResponse(responseCode = "404", description = "certification.issuer-not-found")
    public Map<String, Object> issuer(String county, @Context UriInfo address) {
        return badges.issuer(county, address.getBaseUri());
    }
}
