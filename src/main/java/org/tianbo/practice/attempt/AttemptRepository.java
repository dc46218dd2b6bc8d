package org.tianbo.practice.attempt;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Jdbc;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.practice.AttemptItem;
import org.tianbo.practice.AttemptSubmitted;

@ApplicationScoped
public class AttemptRepository implements PanacheRepositoryBase<Attempt, UUID> {

    private static final String OF_TRAINEE =
            """
            select id, title, format, state, created_at, handed_in_at, last_chunk_at, finished_at, chunks_deleted_at,
                booked_for, hidden_at, (recording ->> 'durationMs')::bigint as duration_ms,
                recording ->> 'posterKey' as poster_key
            from attempts
            where county = ? and trainee = ?
            order by created_at desc
            limit 100
            """;

    private static final int COMPARED = 20;

    private final CurrentCounty county;
    private final CountyReads reads;

    AttemptRepository(CurrentCounty county, CountyReads reads) {
        this.county = county;
        this.reads = reads;
    }

    /**
     * By a query: under a tenant Hibernate plans every {@code find} anew, which was half the work of keeping a chunk.
     */
    public Optional<Attempt> byId(UUID id) {
        return find("id", id).singleResultOptional();
    }

    /** The attempt, which nobody else changes until this transaction ends. */
    public Optional<Attempt> toChange(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).singleResultOptional();
    }

    /**
     * Whether it is being sent, and nobody else changes it until this transaction ends. Asked with every chunk, so it
     * reads no more of it.
     */
    boolean holdUploading(UUID id) {
        return !NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(),
                        """
                        select 1 from attempts
                        where county = :county and id = :id and state = 'uploading' for update""")
                .setParameter("county", county.id())
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }

    /** The newest hundred, newest first. */
    public List<AttemptItem> ofTrainee(UUID trainee) {
        return reads.rows(OF_TRAINEE, AttemptRepository::item, county.id(), trainee);
    }

    private static AttemptItem item(ResultSet row) throws SQLException {
        AttemptState state = AttemptState.of(row.getString("state"));
        return new AttemptItem(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("format"),
                state.word(),
                Jdbc.instant(row, "created_at"),
                state == AttemptState.FAILED && Jdbc.instant(row, "handed_in_at") != null,
                state.untouchedSince(
                                Jdbc.instant(row, "last_chunk_at"),
                                Jdbc.instant(row, "finished_at"),
                                Jdbc.instant(row, "chunks_deleted_at"))
                        .orElse(null),
                state == AttemptState.PLANNED ? Jdbc.instant(row, "booked_for") : null,
                Jdbc.instant(row, "hidden_at") != null,
                row.getObject("duration_ms", Long.class),
                row.getString("poster_key"));
    }

    /** Of the same trainee, the latest first. */
    public List<Attempt> recordedBefore(Attempt attempt) {
        return find(
                        "trainee = ?1 and createdAt < ?2 and recording is not null order by createdAt desc",
                        attempt.trainee,
                        attempt.createdAt)
                .page(0, COMPARED)
                .list();
    }

    public Map<UUID, Instant> lastFinished(Collection<UUID> trainees) {
        return last(
                "select a.trainee, max(greatest(a.finishedAt, coalesce(a.handedInAt, a.finishedAt))) from Attempt a"
                        + " where a.trainee in :trainees and a.finishedAt is not null group by a.trainee",
                trainees);
    }

    public Map<UUID, Instant> lastDeleted(Collection<UUID> trainees) {
        return last(
                "select d.trainee, max(d.deletedAt) from DeletedAttempt d where d.trainee in :trainees"
                        + " group by d.trainee",
                trainees);
    }

    private Map<UUID, Instant> last(String query, Collection<UUID> trainees) {
        return getEntityManager()
                .createQuery(query, Object[].class)
                .setParameter("trainees", trainees)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }

    public Optional<Attempt> latestOf(UUID trainee) {
        return find("trainee = ?1 order by createdAt desc", trainee).firstResultOptional();
    }

    /** The first the trainee handed in that mentors can see, leaving out one. */
    public Optional<AttemptSubmitted> handedInBy(UUID trainee, UUID except) {
        return find(
                        "trainee = ?1 and id <> ?2 and state in ?3 order by handedInAt",
                        trainee,
                        except,
                        List.of(AttemptState.SUBMITTED, AttemptState.REVIEWED))
                .firstResultOptional()
                .map(Attempt::submission);
    }

    public boolean hasRecorded(UUID trainee) {
        return count("trainee = ?1 and state <> ?2", trainee, AttemptState.PLANNED) > 0;
    }

    /** Forgets it; only its name stays, as that of a deleted one. */
    public void delete(Attempt attempt, Instant now) {
        getEntityManager().persist(DeletedAttempt.of(attempt, now));
        delete(attempt);
    }

    public Optional<DeletedAttempt> deleted(UUID id) {
        return DeletedAttempt.find("id", id).singleResultOptional();
    }

    /** An attempt among all counties. */
    public record Name(String county, UUID id) {

        public static final Name BEFORE_ALL = new Name("", new UUID(0, 0));
    }

    /** Those not finished or failed whose last sign of life was before that moment, in order of their names. */
    public List<Name> abandoned(Name after, Instant before, int most) {
        return NativeQueries.ofColumns(
                        getEntityManager(),
                        """
                        select county, id from attempts
                        where state in ('planned', 'uploading', 'failed') and chunks_deleted_at is null
                            and greatest(created_at, booked_for, last_chunk_at, finished_at) < :before
                            and (county, id) > (:county, :id)
                        order by county, id limit :most""")
                .setParameter("before", before)
                .setParameter("county", after.county())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Name((String) row[0], (UUID) row[1]))
                .toList();
    }

    /** Those begun and not finished of which nothing has come since that moment, in order of their names. */
    public List<Name> silent(Name after, Instant before, int most) {
        return NativeQueries.ofColumns(
                        getEntityManager(),
                        """
                        select county, id from attempts
                        where state = 'uploading' and last_chunk_at < :before and (county, id) > (:county, :id)
                        order by county, id limit :most""")
                .setParameter("before", before)
                .setParameter("county", after.county())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(row -> new Name((String) row[0], (UUID) row[1]))
                .toList();
    }

    /** Makes those who want to create the same attempt at once do it one after the other, also on several replicas. */
    public void lockName(UUID id) {
        AdvisoryLocks.hold(getEntityManager(), county.id() + "/" + id);
    }
}
