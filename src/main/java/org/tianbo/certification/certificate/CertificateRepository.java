package org.tianbo.certification.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.certification.criteria.ReadinessRecord;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Certificates, the readiness they are based on, and their revocations. */
@ApplicationScoped
public class CertificateRepository implements PanacheRepositoryBase<Certificate, UUID> {

    private static final String VALID =
            "select 1 from Certificate c where not exists (select 1 from Revocation r where r.certificate = c.id) ";

    private static final String CERTIFIED =
            """
            select 1 from certificates c
            where c.county = ? and c.trainee = ? and not exists (
                select 1 from certificate_revocations r where r.county = c.county and r.certificate = c.id)
            limit 1
            """;

    /** Sets the lock on a trainee's id apart from other locks on the same id. */
    private static final long LOCK_SEED = 70;

    private static final String LIVES_THERE = " and %s in (select p.id from Person p where p.village in :villages)";

    private final StaffVillages staffVillages;
    private final CurrentCounty county;
    private final CountyReads reads;

    CertificateRepository(StaffVillages staffVillages, CurrentCounty county, CountyReads reads) {
        this.staffVillages = staffVillages;
        this.county = county;
        this.reads = reads;
    }

    Optional<Certificate> withSerial(String serial) {
        return find("serial", serial).firstResultOptional();
    }

    /** The latest one, revoked or not. */
    Optional<Certificate> ofTrainee(UUID trainee) {
        return find("trainee = ?1 order by issuedAt desc, id desc", trainee).firstResultOptional();
    }

    /** The next certificates of those whom the reader sees, after this one, the latest first: by their ids. */
    List<Certificate> before(UUID last, int most) {
        TypedQuery<Certificate> query =
                seen("from Certificate c where c.id < :last", "c.trainee", " order by c.id desc", Certificate.class);
        return query.setParameter("last", last).setMaxResults(most).getResultList();
    }

    Optional<Revocation> revocation(UUID certificate) {
        return Optional.ofNullable(getEntityManager().find(Revocation.class, certificate));
    }

    List<Revocation> revocations(Collection<UUID> certificates) {
        return getEntityManager()
                .createQuery("from Revocation r where r.certificate in :certificates", Revocation.class)
                .setParameter("certificates", certificates)
                .getResultList();
    }

    /** Those whom the reader sees, who are ready and hold no valid certificate, the first to be ready first. */
    List<ReadinessRecord> readyWithoutCertificate(Instant readyAt, UUID trainee, int most) {
        return seen(
                        "from ReadinessRecord n where (n.readyAt > :readyAt or (n.readyAt = :readyAt and n.trainee "
                                + "> :trainee))"
                                + " and not exists (" + VALID + "and c.trainee = n.trainee)",
                        "n.trainee",
                        " order by n.readyAt, n.trainee",
                        ReadinessRecord.class)
                .setParameter("readyAt", readyAt)
                .setParameter("trainee", trainee)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> seen(String query, String trainee, String order, Class<T> type) {
        Villages villages = staffVillages.mine();
        String bound = villages.all() ? "" : LIVES_THERE.formatted(trainee);
        TypedQuery<T> seen = getEntityManager().createQuery(query + bound + order, type);
        if (!villages.all()) {
            seen.setParameter("villages", villages.ids());
        }
        return seen;
    }

    boolean certified(UUID trainee) {
        return !reads.rows(CERTIFIED, row -> row.getInt(1), county.id(), trainee)
                .isEmpty();
    }

    /** Whether another transaction has recorded it meanwhile. */
    boolean isRecorded(UUID trainee) {
        return !getEntityManager()
                .createQuery("select 1 from ReadinessRecord n where n.trainee = :trainee", Integer.class)
                .setParameter("trainee", trainee)
                .getResultList()
                .isEmpty();
    }

    public Optional<ReadinessRecord> readinessRecord(UUID trainee) {
        return Optional.ofNullable(getEntityManager().find(ReadinessRecord.class, trainee));
    }

    /** Evaluates a trainee in one transaction at a time, so that nobody becomes ready or certified twice. */
    void lock(UUID trainee) {
        AdvisoryLocks.hold(getEntityManager(), trainee.toString(), LOCK_SEED);
    }
}
