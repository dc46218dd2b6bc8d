package org.tianbo.people.mentorship;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** That a trainee was given to a mentor or taken from one. */
@Entity
@Immutable
@Table(name = "mentorship_changes")
class MentorshipChange extends PanacheEntityBase {

    enum Change {
        GIVEN,
        TAKEN;

        Change back() {
            return this == GIVEN ? TAKEN : GIVEN;
        }
    }

    @Id
    public UUID id;

    @TenantId
    public String county;

    @Column(name = "press")
    public UUID batch;

    public UUID undoes;
    public UUID mentor;
    public UUID trainee;

    @Enumerated(EnumType.STRING)
    public Change change;

    public UUID changedBy;
    public Instant changedAt;

    static MentorshipChange of(UUID mentor, UUID trainee, Change change) {
        MentorshipChange made = new MentorshipChange();
        made.id = Ids.next();
        made.mentor = mentor;
        made.trainee = trainee;
        made.change = change;
        return made;
    }
}
