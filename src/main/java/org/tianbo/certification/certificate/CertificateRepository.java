package org.tianbo.certification.certificate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.certification.criteria.ReadinessRecord;
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

    private final CurrentCounty county;
    private final CountyReads reads;

    CertificateRepository(CurrentCounty county, CountyReads reads) {
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

    /** The next certificates after this one, the latest first: ids are given in the order of time. */
    List<Certificate> before(UUID last, int most) {
        return find("id < ?1 order by id desc", last).page(0, most).list();
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

    /** Those who meet the criteria and hold no valid certificate, the first to meet them first. */
    List<ReadinessRecord> readyWithoutCertificate(Instant readyAt, UUID trainee, int most) {
        return getEntityManager()
                .createQuery(
                        "from ReadinessRecord n where (n.readyAt > :readyAt or (n.readyAt = :readyAt and n.trainee "
                                + "> :trainee))"
                                + " and not exists (" + VALID + "and c.trainee = n.trainee)"
                                + " order by n.readyAt, n.trainee",
                        ReadinessRecord.class)
                .setParameter("readyAt", readyAt)
                .setParameter("trainee", trainee)
                .setMaxResults(most)
                .getResultList();
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
