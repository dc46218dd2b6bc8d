package org.tianbo.family.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

    static final String HEADER = "Tianbo-Helping";
    static final String NONE = "none";

    /** When the attempt was made with that help. */
    static final String AT = "Tianbo-Helped-At";

    static final Pattern ATTEMPT = Pattern.compile("/?api/attempts/([0-9a-fA-F-]{36})(?:/finish)?");
    private static final int REFUSED = 400;

    private final ClaimedHelp claims;
    private final SignedIn signedIn;
    private final Clock clock;

    HelpedCalls(ClaimedHelp claims, SignedIn signedIn, Clock clock) {
        this.claims = claims;
        this.signedIn = signedIn;
        this.clock = clock;
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
            Instant at = at(request.getHeaderString(AT), clock.instant());
            Ids.parse(attempt.group(1))
                    .ifPresent(id -> claims.practised(signedIn.id(), Optional.empty(), help.get(), id, at));
        }
    }

    /** What a phone says when it was; now where it says nothing that is a time. */
    static Instant at(String said, Instant now) {
        try {
            return said == null ? now : Instant.parse(said);
        } catch (DateTimeParseException unclear) {
            return now;
        }
    }
}
