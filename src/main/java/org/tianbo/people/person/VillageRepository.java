package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class VillageRepository implements PanacheRepositoryBase<Village, UUID> {

    Optional<Village> named(String town, String name) {
        return find("town = ?1 and name = ?2", town, name).firstResultOptional();
    }
}
