package org.tianbo.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** The inbox in the database. */
@ApplicationScoped
public class StoredInbox implements Inbox, PanacheRepositoryBase<StoredMessage, UUID> {

    private static final Duration OF_USE_FOR = Duration.ofHours(1);

    /** Home shows no more than a few. */
    private static final String UNSEEN =
            """
            select id, kind, title, about_at, link
            from inbox_messages
            where county = ? and person = ? and seen_at is null and about_at > ?
            order by about_at, id
            limit 5
            """;

    private final CountyReads reads;
    private final CurrentCounty county;
    private final Clock clock;

    StoredInbox(CountyReads reads, CurrentCounty county, Clock clock) {
        this.reads = reads;
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
        stored.replaceBy(message, clock.instant());
        persist(stored);
    }

    @Override
    public List<InboxMessage> unseen(UUID person, Instant now) {
        return reads.rows(UNSEEN, StoredInbox::message, county.id(), person, now.minus(OF_USE_FOR));
    }

    private static InboxMessage message(ResultSet row) throws SQLException {
        return new InboxMessage(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("title"),
                Jdbc.instant(row, "about_at"),
                row.getString("link"));
    }

    /** Somebody else's message, or none, stays as it is. */
    @Transactional
    public void seen(UUID person, UUID message) {
        update("seenAt = ?1 where id = ?2 and person = ?3 and seenAt is null", clock.instant(), message, person);
    }
}
