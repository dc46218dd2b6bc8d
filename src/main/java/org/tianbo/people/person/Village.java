package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A village and the town it belongs to. */
@Entity
@Table(name = "villages")
public class Village extends PanacheEntityBase {

    @Id
    public UUID id;

    @TenantId
    public String county;

    public String town;
    public String name;
}
