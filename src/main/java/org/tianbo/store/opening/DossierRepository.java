package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.platform.security.CurrentCounty;

/** Dossiers and the pages in them. */
@ApplicationScoped
public class DossierRepository implements PanacheRepositoryBase<Dossier, UUID> {

    private final CurrentCounty county;

    DossierRepository(CurrentCounty county) {
        this.county = county;
    }

    public Optional<Dossier> ofTrainee(UUID trainee) {
        return find("trainee", trainee).firstResultOptional();
    }

    /** Until the transaction ends nobody else adds to this dossier. */
    public Optional<Dossier> locked(UUID id) {
        boolean there = !getEntityManager()
                .createNativeQuery("select 1 from stores where county = :county and id = :id for update", Integer.class)
                .setParameter("county", county.id())
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        return there ? findByIdOptional(id) : Optional.empty();
    }

    public List<Dossier> oldestFirst() {
        return list("order by beganAt, id");
    }

    List<GateEvidence> evidence(UUID store) {
        return pages("from GateEvidence where store = :store order by givenAt, id", GateEvidence.class, store);
    }

    List<GateCheck> checks(UUID store) {
        return pages("from GateCheck where store = :store order by checkedAt, id", GateCheck.class, store);
    }

    public List<StoreStatusChange> turns(UUID store) {
        return pages(
                "from StoreStatusChange where store = :store order by turnedAt, id", StoreStatusChange.class, store);
    }

    List<GateEvidence> allEvidence() {
        return getEntityManager()
                .createQuery("from GateEvidence", GateEvidence.class)
                .getResultList();
    }

    List<GateCheck> allChecks() {
        return getEntityManager().createQuery("from GateCheck", GateCheck.class).getResultList();
    }

    List<StoreStatusChange> allTurns() {
        return getEntityManager()
                .createQuery("from StoreStatusChange order by turnedAt, id", StoreStatusChange.class)
                .getResultList();
    }

    private <T> List<T> pages(String query, Class<T> page, UUID store) {
        return getEntityManager()
                .createQuery(query, page)
                .setParameter("store", store)
                .getResultList();
    }
}
