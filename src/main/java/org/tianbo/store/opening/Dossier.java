package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.tianbo.platform.data.Ids;

/** The papers of one trainee's store: evidence handed in, checks of it, and status changes. */
@Entity
@Immutable
@Table(name = "stores")
public class Dossier extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID trainee;

    /** Which gates it passes: {@code own-produce}, … */
    public String path;

    public Instant beganAt;

    static Dossier begun(UUID trainee, String path, Instant at) {
        Dossier dossier = new Dossier();
        dossier.id = Ids.next();
        dossier.trainee = trainee;
        dossier.path = path;
        dossier.beganAt = at;
        return dossier;
    }
}
