package org.tianbo.practice.push;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/**
 * What a host who pushes needs, and how far it has come.
 *
 * @param address of the media server
 * @param open whether more may be pushed
 * @param state of the latest push
 * @param length of all that came
 */
public record PushView(
        UUID attempt,
        String title,
        String address,
        String key,
        boolean open,
        State state,
        Duration length,
        long bytes) {

    public enum State {
        NONE,
        /** Its program is connected, and its first segment has not come. */
        CONNECTED,
        /** It came to us and no segment ever did: the media server could not read it. */
        UNREADABLE,
        COMING,
        ENDED
    }

    /** Whether there is something to make a recording of. */
    public boolean hasCome() {
        return bytes > 0;
    }

    public String time() {
        return DateTexts.clock(length);
    }

    public String mb() {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }
}
