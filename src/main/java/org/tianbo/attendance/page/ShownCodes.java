package org.tianbo.attendance.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tianbo.attendance.presence.CheckIns;
import org.tianbo.attendance.presence.RotatingCode;
import org.tianbo.attendance.schedule.SessionView;
import org.tianbo.platform.web.PublicAddress;
import org.tianbo.platform.web.QrCode;

/**
 * The codes of the next hours as a browser draws them, so that the screen goes on without a network. An hour weighs
 * some 45 kB before compression.
 */
@ApplicationScoped
class ShownCodes {

    private static final Duration AHEAD = Duration.ofHours(4);

    private final CheckIns checkIns;
    private final PublicAddress address;
    private final Clock clock;

    ShownCodes(CheckIns checkIns, PublicAddress address, Clock clock) {
        this.checkIns = checkIns;
        this.address = address;
        this.clock = clock;
    }

    /**
     * @param from when the first code comes onto the screen, in milliseconds since 1970
     * @param step how long each stays, in milliseconds
     * @param packed the codes, as {@link QrCode#packed} writes them; none while the session is not open
     */
    record Codes(long from, long step, List<String> packed) {

        /** As the page carries them. */
        public String joined() {
            return String.join(" ", packed);
        }
    }

    Codes of(SessionView session) {
        Instant now = clock.instant();
        long step = RotatingCode.STEP.toMillis();
        long from = Math.floorDiv(now.toEpochMilli(), step) * step;
        URI site = address.onPaper();
        List<String> packed = session.isCancelled()
                ? List.of()
                : checkIns.codes(session, Instant.ofEpochMilli(from), (int) (AHEAD.toMillis() / step)).stream()
                        .map(code -> QrCode.packed(site + "/attend/" + session.id() + "/" + code))
                        .toList();
        return new Codes(from, step, packed);
    }
}
