package org.tianbo.practice.live;

import org.tianbo.platform.error.Fault;

/** Why somebody may not watch, or say something. */
public class LiveRefused extends Fault {

    private static final long serialVersionUID = 1L;

    private LiveRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    static LiveRefused ended() {
        return new LiveRefused(Kind.GONE, "live.ended");
    }

    /** What is asked for comes through the page that shows the live, and only there. */
    static LiveRefused pageNotOpened() {
        return new LiveRefused(Kind.FORBIDDEN, "live.page-not-opened");
    }

    static LiveRefused segmentGone() {
        return new LiveRefused(Kind.NOT_FOUND, "live.segment-gone");
    }

    /** The host sent this viewer away. */
    static LiveRefused removed() {
        return new LiveRefused(Kind.GONE, "live.removed");
    }

    static LiveRefused tooFast() {
        return new LiveRefused(Kind.TOO_MANY, "live.too-fast");
    }

    /** As many watch as one live can have. */
    static LiveRefused full(int most) {
        return new LiveRefused(Kind.TOO_MANY, "live.full", most);
    }

    /** Too many came by one link, or from one address. @param minutes after which some are let in again */
    static LiveRefused crowded(long minutes) {
        return new LiveRefused(Kind.TOO_MANY, "live.crowded", minutes);
    }

    static LiveRefused notAMentor() {
        return new LiveRefused(Kind.FORBIDDEN, "live.not-a-mentor");
    }

    static LiveRefused nothingShown() {
        return new LiveRefused(Kind.CONFLICT, "live.nothing-shown");
    }

    static LiveRefused nobodyInvited() {
        return new LiveRefused(Kind.NOT_FOUND, "live.nobody-invited");
    }

    static LiveRefused commentUnknown() {
        return new LiveRefused(Kind.NOT_FOUND, "live.comment-unknown");
    }

    static LiveRefused viewerUnknown() {
        return new LiveRefused(Kind.NOT_FOUND, "live.viewer-unknown");
    }
}
