package org.tianbo.notification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** A message in a person's inbox. */
@Entity
@Table(name = "inbox_messages")
class StoredMessage extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID person;
    public String kind;
    public UUID subject;
    public String title;

    /** The time it is about. */
    public Instant aboutAt;

    public String link;
    public Instant createdAt;

    /** Null until its person said so. */
    public Instant seenAt;

    static StoredMessage of(NewMessage message) {
        StoredMessage stored = new StoredMessage();
        stored.id = Ids.next();
        stored.person = message.person();
        stored.kind = message.kind();
        stored.subject = message.subject();
        return stored;
    }

    /** Takes over the message; what was seen before is unseen again. */
    void replaceBy(NewMessage message, Instant now) {
        title = message.title();
        aboutAt = message.at();
        link = message.link();
        createdAt = now;
        seenAt = null;
    }
}
