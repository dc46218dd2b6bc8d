package org.tianbo.narration.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.narration.voice.PublishedNarrations;
import org.tianbo.platform.security.Roles;

/** Where published lessons are heard, by the people of the county alone. */
@Path("/narration/sounds/{file:[0-9a-f]{16}\\.(webm|m4a)}")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER, Roles.MENTOR})
class SoundPages {

    private final PublishedNarrations published;

    SoundPages(PublishedNarrations published) {
        this.published = published;
    }

    @GET
    public RestResponse<Void> hear(String file) {
        return RestResponse.temporaryRedirect(published.link(file));
    }
}
