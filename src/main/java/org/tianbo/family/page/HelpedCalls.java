package org.tianbo.family.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.tianbo.family.helping.ClaimedHelp;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/**
 * An attempt that was made with help on the trainee's own phone, and is sent once the phone is the trainee's again: its
 * calls name the help.
 */
class HelpedCalls {

    private static final String HEADER = "Tianbo-Helping";
    private static final Pattern ATTEMPT = Pattern.compile("/?api/attempts/([0-9a-fA-F-]{36})(?:/finish)?");
    private static final int REFUSED = 400;

    private final ClaimedHelp claims;
    private final SignedIn signedIn;

    HelpedCalls(ClaimedHelp claims, SignedIn signedIn) {
        this.claims = claims;
        this.signedIn = signedIn;
    }

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        String claimed = request.getHeaderString(HEADER);
        if (claimed == null || response.getStatus() >= REFUSED || !signedIn.is(Roles.TRAINEE)) {
            return;
        }
        Matcher attempt = ATTEMPT.matcher(request.getUriInfo().getPath());
        Optional<UUID> help = Ids.parse(claimed);
        if (attempt.matches() && help.isPresent()) {
            Ids.parse(attempt.group(1)).ifPresent(id -> claims.practised(signedIn.id(), help.get(), id));
        }
    }
}
