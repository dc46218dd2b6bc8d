package org.tianbo.learning.page.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.learning.Sizes;
import org.tianbo.learning.search.SearchResults;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.assets.PreparedPage;

/**
 * Looks for a word in the lessons and the glossary. With a script the page looks by itself, in the index that the phone
 * keeps; without one the server does.
 */
@Path(LessonSearchPages.PATH)
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class LessonSearchPages {

    static final String PATH = "/learn/search";

    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final String ONCE = "no-store";

    private final SearchPacks packs;

    LessonSearchPages(SearchPacks packs) {
        this.packs = packs;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance search(SearchView view);
    }

    /** @param typed more than 60 characters count as their beginning */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance search(@QueryParam("q") String typed, @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        boolean blank = typed == null || typed.isBlank();
        return Templates.search(SearchView.of(
                blank ? "" : typed,
                blank ? SearchResults.NONE : packs.search(locale).find(typed),
                packs.address(locale),
                Sizes.of(packs.bytes(locale)),
                suggestions(locale)));
    }

    /**
     * The index. While two editions are about, a page may name one that this replica does not have: it gets what there
     * is, which may then not be kept under that name.
     */
    @GET
    @Path("/{language:zh|en}-{digest:[0-9a-f]{16}}.json")
    @Operation(hidden = true)
    public Response index(String language, String digest, @Context HttpHeaders headers) {
        SearchPacks.Pack pack = packs.in(Locale.forLanguageTag(language));
        PreparedPage.Sent sent = pack.page().in(headers, Collections.emptySortedMap());
        return Response.ok(sent.bytes(), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_ENCODING, sent.encoding())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, pack.digest().equals(digest) ? FOR_EVER : ONCE)
                .build();
    }

    static String suggestions(Locale locale) {
        FindMessages texts = Language.ENGLISH.equals(locale)
                ? MessageBundles.get(FindMessages.class, Localized.Literal.of("en"))
                : MessageBundles.get(FindMessages.class);
        return texts.suggestions();
    }
}
