package org.tianbo.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The counties this installation serves. */
@ApplicationScoped
public class Counties {

    private final EntityManager entities;

    Counties(EntityManager entities) {
        this.entities = entities;
    }

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

    /** Of every county; for what is done county by county. */
    @Transactional
    public List<String> ids() {
        return entities.createQuery("select c.id from County c order by c.id", String.class)
                .getResultList();
    }

    /** The county's name in Chinese and English. */
    @Transactional
    public Optional<CountyView> county(String id) {
        return Optional.ofNullable(entities.find(County.class, id))
                .map(county -> new CountyView(county.id, county.nameZh, county.nameEn));
    }
}
