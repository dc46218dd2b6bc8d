package org.tianbo.platform.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.platform.time.TimeBounds;

/**
 * What a phone says of who helped its person when something was done without a network. Phones are not believed: a help
 * counts only for the person whom it was for, on the phone where it was given, and while it went on.
 */
public interface HelpClaims {

    /**
     * Those of the claimed helps that this phone may speak of, and when each went on.
     *
     * @param person whose work it is
     * @param session the help under which it is sent; empty where the person sends it
     */
    Map<UUID, TimeBounds> known(UUID person, Optional<UUID> session, Set<UUID> claimed);

    /**
     * The helps on this phone of the person's own of which some lay between these times, and when each went on: for
     * what it stored without a word of who helped, and sent when the help had run out. What another phone of theirs
     * stored meanwhile was done alone.
     *
     * @param phone its own name for itself
     */
    Map<UUID, TimeBounds> onTheirPhone(UUID person, String phone, Instant from, Instant until);

    /** Notes that lessons or quizzes were done with each of these. That of a helper's own phone is noted already. */
    void learned(Set<UUID> helps);
}
