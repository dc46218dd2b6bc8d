package org.tianbo.people.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.tianbo.people.Counties;
import org.tianbo.people.Counties.CountyView;

/** The counties this installation serves. */
@ApplicationScoped
class RegisteredCounties implements Counties {

    private final EntityManager entities;

    RegisteredCounties(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional
    public void open(String id, String nameZh, String nameEn) {
        if (entities.find(County.class, id) == null) {
            County county = new County();
            county.id = id;
            county.nameZh = nameZh;
            county.nameEn = nameEn;
            entities.persist(county);
        }
    }

    @Override
    @Transactional
    public List<String> ids() {
        return entities.createQuery("select c.id from County c order by c.id", String.class)
                .getResultList();
    }

    @Override
    @Transactional
    public Optional<CountyView> county(String id) {
        return Optional.ofNullable(entities.find(County.class, id))
                .map(county -> new CountyView(county.id, county.nameZh, county.nameEn));
    }
}
