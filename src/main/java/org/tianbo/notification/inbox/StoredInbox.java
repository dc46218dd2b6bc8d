package org.tianbo.notification.inbox;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.notification.Inbox;
import org.tianbo.notification.InboxMessage;
import org.tianbo.notification.NewMessage;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.security.CurrentCounty;

/** The inbox in the database. */
@ApplicationScoped
public class StoredInbox implements Inbox, PanacheRepositoryBase<StoredMessage, UUID> {

    private static final int SHOWN = 5;
    private static final Duration OF_USE_FOR = Duration.ofHours(1);

    private final CurrentCounty county;
    private final Clock clock;

    StoredInbox(CurrentCounty county, Clock clock) {
        this.county = county;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void put(NewMessage message) {
        AdvisoryLocks.hold(getEntityManager(), county.id() + "/" + message.kind() + "/" + message.subject());
        StoredMessage stored = find(
                        "person = ?1 and kind = ?2 and subject = ?3",
                        message.person(),
                        message.kind(),
                        message.subject())
                .firstResultOptional()
                .orElseGet(() -> StoredMessage.of(message));
        stored.say(message, clock.instant());
        persist(stored);
    }

    @Override
    @Transactional
    public List<InboxMessage> unseen(UUID person, Instant now) {
        return find(
                        "person = ?1 and seenAt is null and aboutAt > ?2 order by aboutAt, id",
                        person,
                        now.minus(OF_USE_FOR))
                .page(0, SHOWN)
                .stream()
                .map(StoredMessage::read)
                .toList();
    }

    /** Somebody else's message, or none, stays as it is. */
    @Transactional
    public void seen(UUID person, UUID message) {
        update("seenAt = ?1 where id = ?2 and person = ?3 and seenAt is null", clock.instant(), message, person);
    }
}
