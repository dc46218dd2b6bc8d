package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** This mentor sees this trainee's work. */
@Entity
@Table(name = "mentorships")
public class Mentorship extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public UUID mentor;
    public UUID trainee;
}
