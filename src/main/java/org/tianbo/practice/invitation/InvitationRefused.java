package org.tianbo.practice.invitation;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Why somebody may not invite, or why an invitation does not let its holder in. */
public final class InvitationRefused {

    private InvitationRefused() {}

    /** Nobody was ever invited by this link. */
    public static Refused unknownLink() {
        return new NotFound("live.unknown-link");
    }

    static Refused withdrawn() {
        return Refused.gone("live.withdrawn");
    }

    /** The rehearsal is over. */
    public static Refused ended() {
        return Refused.gone("live.ended");
    }

    static Refused expired() {
        return Refused.gone("live.expired");
    }

    static Refused tooMany(int most) {
        return Refused.conflict("live.too-many-invitations", most);
    }

    static Refused unknown() {
        return new NotFound("live.invitation-unknown");
    }
}
