package org.tianbo.people.staff;

import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.security.CountyWrites;
import org.tianbo.platform.security.CurrentCounty;

/** Writes down when people sign in at pages, beside the signing in: nobody waits for it, or is refused if it fails. */
@ApplicationScoped
class SignInTimes {

    private static final String SIGNED_IN =
            """
            insert into sign_ins (county, person, first_at, last_at)
            select p.county, p.id, t.at, t.at from people p, (select ?::timestamptz as at) t
            where p.county = ? and p.id = ?
            on conflict (county, person) do update set last_at = excluded.last_at
            returning 1
            """;

    private final CountyWrites writes;
    private final CurrentCounty county;
    private final Clock clock;

    SignInTimes(CountyWrites writes, CurrentCounty county, Clock clock) {
        this.writes = writes;
        this.county = county;
        this.clock = clock;
    }

    void signedIn(@ObservesAsync SecurityEvent happened) {
        if (happened.getEventType() == SecurityEvent.Type.OIDC_LOGIN
                && happened.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            String home = Objects.toString(token.getClaim("county"), "");
            Optional<UUID> person = Ids.parse(Objects.toString(token.getClaim("person"), ""));
            if (!home.isEmpty() && !home.equals(CurrentCounty.ROOT) && person.isPresent()) {
                county.run(home, () -> record(home, person.get()));
            }
        }
    }

    private void record(String home, UUID person) {
        writes.returning(SIGNED_IN, row -> row.getInt(1), clock.instant(), home, person);
    }
}
