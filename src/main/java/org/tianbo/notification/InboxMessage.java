package org.tianbo.notification;

import java.time.Instant;
import java.util.UUID;
import org.tianbo.platform.time.DateTexts;

/** A message as its person reads it; see {@link NewMessage}. */
public record InboxMessage(UUID id, String kind, String title, Instant at, String link) {

    /** The day and minute it is about, in the county's zone. */
    public String when() {
        return DateTexts.minute(at);
    }
}
