package org.tianbo.cohort.joining;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.people.VillageMerged;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.privacy.PhoneNumbers;

@ApplicationScoped
class RequestRepository implements PanacheRepositoryBase<JoinRequest, UUID> {

    private final PhoneNumbers phones;

    RequestRepository(PhoneNumbers phones) {
        this.phones = phones;
    }

    long waiting(UUID cohort) {
        return count("cohort = ?1 and state = ?2", cohort, JoinRequest.State.WAITING);
    }

    long waiting(UUID cohort, Collection<UUID> villages) {
        return count("cohort = ?1 and state = ?2 and village in ?3", cohort, JoinRequest.State.WAITING, villages);
    }

    boolean isWaiting(UUID cohort, String mobile, String name) {
        return count(
                        "cohort = ?1 and storedMobile in ?2 and name = ?3 and state = ?4",
                        cohort,
                        phones.storedAs(mobile),
                        name,
                        JoinRequest.State.WAITING)
                > 0;
    }

    /** The next who wait, of these villages, the first who asked first. */
    List<JoinRequest> waiting(UUID cohort, Collection<UUID> villages, UUID after, int most) {
        return find(
                        "cohort = ?1 and state = ?2 and village in ?3 and id > ?4 order by id",
                        cohort,
                        JoinRequest.State.WAITING,
                        villages,
                        after)
                .page(0, most)
                .list();
    }

    /** Those decided last. */
    List<JoinRequest> decided(UUID cohort, Collection<UUID> villages, int most) {
        return find(
                        "cohort = ?1 and state <> ?2 and village in ?3 order by decidedAt desc, id",
                        cohort,
                        JoinRequest.State.WAITING,
                        villages)
                .page(0, most)
                .list();
    }

    /** To decide it: whoever comes second waits, and sees what the first decided. */
    Optional<JoinRequest> locked(UUID cohort, UUID id) {
        return find("cohort = ?1 and id = ?2", cohort, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The same form sent twice at once is one request. */
    void lockPhone(String mobile) {
        AdvisoryLocks.hold(getEntityManager(), "asks to join " + mobile);
    }

    /** Those who asked from a village that goes up in another are of that one. */
    void villageMerged(@Observes VillageMerged merged) {
        update("village = ?1 where village = ?2", merged.into(), merged.from());
    }

    /** Whether the village is there; until the transaction ends it stays. */
    boolean keepVillage(String county, UUID village) {
        return !NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(), "select 1 from villages where county = :county and id = :id for key share")
                .setParameter("county", county)
                .setParameter("id", village)
                .getResultList()
                .isEmpty();
    }
}
