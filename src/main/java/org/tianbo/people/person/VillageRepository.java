package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class VillageRepository implements PanacheRepositoryBase<Village, UUID> {

    /** The next of the county's villages in the order of their ids. */
    List<Village> after(UUID last, int most) {
        return find("id > ?1 order by id", last).page(0, most).list();
    }

    /** All of the county, town by town. */
    public List<Village> inOrder() {
        return list("order by reading, id");
    }

    Optional<Village> named(String town, String name) {
        return find("town = ?1 and name = ?2", town, name).firstResultOptional();
    }
}
