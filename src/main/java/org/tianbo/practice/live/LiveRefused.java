package org.tianbo.practice.live;

import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.error.Refused;

/** Why somebody may not watch, or say something. */
public final class LiveRefused {

    private LiveRefused() {}

    /** What is asked for comes through the page that shows the live, and only there. */
    static Refused pageNotOpened() {
        return Refused.forbidden("live.page-not-opened");
    }

    static Refused segmentGone() {
        return new NotFound("live.segment-gone");
    }

    /** The host sent this viewer away. */
    static Refused removed() {
        return Refused.gone("live.removed");
    }

    static Refused tooFast() {
        return Refused.tooMany("live.too-fast");
    }

    /** As many watch as one live can have. */
    static Refused full(int most) {
        return Refused.tooMany("live.full", most);
    }

    /** Too many came by one link, or from one address. @param minutes after which some are let in again */
    static Refused crowded(long minutes) {
        return Refused.tooMany("live.crowded", minutes);
    }

    static Refused notAMentor() {
        return Refused.forbidden("live.not-a-mentor");
    }

    static Refused nothingShown() {
        return Refused.conflict("live.nothing-shown");
    }

    static Refused nobodyInvited() {
        return new NotFound("live.nobody-invited");
    }

    static Refused commentUnknown() {
        return new NotFound("live.comment-unknown");
    }

    static Refused viewerUnknown() {
        return new NotFound("live.viewer-unknown");
    }
}
