package org.tianbo.cohort.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.data.SealedId;

/** Addresses on posters, {@code /join/<county>/<token>}: a token cannot be guessed, and says nothing. */
@ApplicationScoped
class JoinLinks {

    private final SealedId tokens;

    JoinLinks(PeopleConfig config) {
        this.tokens = new SealedId(KeyedHash.sha256(config.hashKey()).derived("doors of classes"));
    }

    String path(String county, UUID door) {
        return "/join/" + county + "/" + tokens.seal(county, door);
    }

    /** The door of a token; empty for one that was never given out. */
    Optional<UUID> door(String county, String token) {
        return tokens.open(county, token);
    }
}
