package org.tianbo.people.roster;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PersonCorrectionRepository implements PanacheRepositoryBase<PersonCorrection, UUID> {

    List<PersonCorrection> ofPerson(UUID person) {
        return list("person = ?1 order by id desc", person);
    }
}
