package org.tianbo.store.photo;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PhotoRepository implements PanacheRepositoryBase<Photo, UUID> {

    /** Whether that person gave this photo about that store. */
    boolean given(UUID photo, UUID store, UUID by) {
        return count("id = ?1 and store = ?2 and storedBy = ?3", photo, store, by) > 0;
    }

    List<Photo> ofStore(UUID store) {
        return list("store", store);
    }
}
