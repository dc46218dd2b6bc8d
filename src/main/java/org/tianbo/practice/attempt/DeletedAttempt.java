package org.tianbo.practice.attempt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** That there was an attempt of this name and its trainee deleted it. */
@Entity
@Table(name = "deleted_attempts")
public class DeletedAttempt extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID trainee;
    public Instant deletedAt;

    static DeletedAttempt of(Attempt attempt, Instant now) {
        DeletedAttempt deleted = new DeletedAttempt();
        deleted.id = attempt.id;
        deleted.trainee = attempt.trainee;
        deleted.deletedAt = now;
        return deleted;
    }
}
