package org.tianbo.practice.invitation;

import org.tianbo.platform.error.Fault;

/** Why somebody may not invite, or why an invitation does not let its holder in. */
public class InvitationRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private InvitationRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** Nobody was ever invited by this link. */
    public static InvitationRefused unknownLink() {
        return new InvitationRefused(Kind.NOT_FOUND, "live.unknown-link");
    }

    static InvitationRefused withdrawn() {
        return new InvitationRefused(Kind.GONE, "live.withdrawn");
    }

    /** The rehearsal is over. */
    static InvitationRefused ended() {
        return new InvitationRefused(Kind.GONE, "live.ended");
    }

    static InvitationRefused expired() {
        return new InvitationRefused(Kind.GONE, "live.expired");
    }

    static InvitationRefused tooMany(int most) {
        return new InvitationRefused(Kind.CONFLICT, "live.too-many-invitations", most);
    }

    static InvitationRefused unknown() {
        return new InvitationRefused(Kind.NOT_FOUND, "live.invitation-unknown");
    }
}
