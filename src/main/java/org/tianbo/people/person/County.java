package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant. */
@Entity
@Table(name = "counties")
class County extends PanacheEntityBase {

    @Id
    public String id;

    public String nameZh;
    public String nameEn;
}
