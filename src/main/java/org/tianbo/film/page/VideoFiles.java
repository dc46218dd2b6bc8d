package org.tianbo.film.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.tianbo.film.Film;
import org.tianbo.film.FilmConfig;
import org.tianbo.film.FilmRefused;
import org.tianbo.film.FilmTable;
import org.tianbo.film.captions.Captions;
import org.tianbo.media.Media;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * Addresses of copies that stay the same for as long as the video is there, so that pages may be kept; each leads to a
 * signed one, which plays in pieces. Trainees get what their county has published.
 */
@Path("/videos/{film}")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
class VideoFiles {

    private final FilmTable films;
    private final Captions captions;
    private final Media media;
    private final FilmConfig config;
    private final SignedIn signedIn;

    VideoFiles(FilmTable films, Captions captions, Media media, FilmConfig config, SignedIn signedIn) {
        this.films = films;
        this.captions = captions;
        this.media = media;
        this.config = config;
        this.signedIn = signedIn;
    }

    /** @param kind and the ending of a copy: {@code small.mp4} */
    @GET
    @Path("/{kind:(small|better)\\.mp4|sound\\.m4a|poster\\.jpg}")
    @Operation(hidden = true)
    public Response copy(UUID film, String kind) {
        return shown(film)
                .copy(kind.substring(0, kind.indexOf('.')))
                .map(copy -> Response.seeOther(media.link(copy.key(), config.playable()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseThrow(FilmRefused::unknown);
    }

    @GET
    @Path("/captions.vtt")
    @Produces("text/vtt;charset=UTF-8")
    @Operation(hidden = true)
    public Response captions(UUID film) {
        return captions.of(shown(film).id())
                .map(vtt -> Response.ok(vtt)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .build())
                .orElseThrow(FilmRefused::unknown);
    }

    private Film shown(UUID film) {
        return films.find(film)
                .filter(one -> one.published() || signedIn.isStaff())
                .orElseThrow(FilmRefused::unknown);
    }
}
