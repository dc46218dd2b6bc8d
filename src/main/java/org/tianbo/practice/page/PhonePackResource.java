package org.tianbo.practice.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Serves {@link PhonePacks} to our own pages. It is published content that names nobody, so anybody may have it and
 * keep it.
 */
@Path(PhonePackResource.PATH)
@PermitAll
class PhonePackResource {

    static final String PATH = "/practice-content";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ONCE = "no-store";

    private final PhonePacks packs;

    PhonePackResource(PhonePacks packs) {
        this.packs = packs;
    }

    /**
     * While two editions are about, a page may name one that this replica does not have: it gets what there is, which
     * may then not be kept under that name.
     */
    @GET
    @Path("/{language:zh|en}-{digest:[0-9a-f]{16}}.json")
    @Operation(hidden = true)
    public Response pack(String language, String digest, @Context HttpHeaders headers) {
        PhonePacks.Prepared pack = packs.in(Locale.forLanguageTag(language));
        var sent = pack.in(headers);
        return Response.ok(sent.bytes(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_ENCODING, sent.encoding())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, pack.digest().equals(digest) ? FOR_EVER : ONCE)
                .build();
    }
}
