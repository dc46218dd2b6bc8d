package org.tianbo.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages to people of the caller's county. */
public interface Inbox {

    /**
     * Puts a message in. A second one of the same kind about the same subject takes the place of the first, so that a
     * job which runs again after a crash tells nothing twice.
     */
    void put(NewMessage message);

    /**
     * What the person has not seen yet and is still of use, the soonest first.
     *
     * @param now what was about an earlier time than an hour before is left out
     */
    List<InboxMessage> unseen(UUID person, Instant now);
}
