package org.tianbo.media.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.tianbo.media.QuotaFull;
import org.tianbo.media.QuotaKind;
import org.tianbo.media.QuotaState;
import org.tianbo.media.QuotaState.StorageAmounts;
import org.tianbo.media.StorageQuotas;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.error.NotFound;
import org.tianbo.platform.security.CurrentCounty;

/**
 * How much a person and a county may store. What they keep is counted by the database in the transaction that changes
 * it, so asking costs a look at a few rows, and asking after a change in the same transaction is exact: a person's
 * changes wait for each other, and so do a county's once it has little left.
 */
@ApplicationScoped
public class Quotas implements StorageQuotas {

    private static final Logger LOG = Logger.getLogger(Quotas.class);

    private static final int PEOPLE_LISTED = 50;

    private static final String OF_PERSON =
            """
            select u.bytes, u.chunks, u.open_attempts, u.photos, q.bytes as most_bytes,
                q.chunks as most_chunks, q.open_attempts as most_open_attempts, q.photos as most_photos,
                false as of_county
            from (select 1) one
            left join storage_usage u on u.county = :county and u.person = :person
            left join lateral (select * from quotas where county = :county and person = :person
                order by id desc limit 1) q on true""";

    private static final String OF_COUNTY =
            """
            select u.bytes, u.chunks, u.open_attempts, u.photos, q.bytes as most_bytes,
                q.chunks as most_chunks, q.open_attempts as most_open_attempts, q.photos as most_photos,
                true as of_county
            from (select sum(bytes) as bytes, sum(chunks) as chunks, sum(open_attempts) as open_attempts,
                sum(photos) as photos from county_usage where county = :county) u
            left join lateral (select * from quotas where county = :county and person is null
                order by id desc limit 1) q on true""";

    private final Session entities;
    private final CurrentCounty county;
    private final QuotaConfig config;
    private final Clock clock;

    Quotas(Session entities, CurrentCounty county, QuotaConfig config, Clock clock) {
        this.entities = entities;
        this.county = county;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A change of what somebody may keep; what is null is as configured.
     *
     * @param by id of who changed it
     */
    record Change(Long bytes, Long chunks, Long openAttempts, Long photos, String note, UUID by, Instant at) {}

    @Override
    @Transactional
    public Optional<QuotaFull> reached(UUID person, QuotaKind... kinds) {
        Both both = both(person);
        return first(both.person(), both.county(), QuotaState::reached, kinds);
    }

    @Override
    @Transactional
    public Optional<QuotaFull> exceeded(UUID person, QuotaKind... kinds) {
        Both both = both(person);
        QuotaState own = both.person();
        QuotaState all = both.county();
        if (Stream.of(kinds).anyMatch(all::close)) {
            lockCounty();
            all = ofCounty(county.id());
        }
        return first(own, all, QuotaState::exceeded, kinds);
    }

    /** Until the transaction ends nobody else of the county learns whether there is room for what they brought. */
    private void lockCounty() {
        AdvisoryLocks.hold(entities, "room of " + county.id());
    }

    private static Optional<QuotaFull> first(
            QuotaState own, QuotaState all, BiPredicate<QuotaState, QuotaKind> full, QuotaKind... kinds) {
        return Stream.of(kinds)
                .filter(kind -> full.test(own, kind) || full.test(all, kind))
                .findFirst()
                .map(kind -> new QuotaFull(kind, !full.test(own, kind)));
    }

    @Override
    @Transactional
    public QuotaState of(UUID person) {
        return ofPerson(county.id(), person);
    }

    private record Both(QuotaState person, QuotaState county) {}

    /** In one question, for it is asked with every chunk. */
    private Both both(UUID person) {
        List<Object[]> rows = NativeQueries.ofColumns(
                        entities, "(" + OF_PERSON + ") union all (" + OF_COUNTY + ") order by of_county")
                .setParameter("county", county.id())
                .setParameter("person", person)
                .getResultList();
        return new Both(state(rows.get(0), everyPerson()), state(rows.get(1), everyCounty()));
    }

    QuotaState ofPerson(String of, UUID person) {
        return state(
                NativeQueries.ofColumns(entities, OF_PERSON)
                        .setParameter("county", of)
                        .setParameter("person", person)
                        .getSingleResult(),
                everyPerson());
    }

    QuotaState ofCounty(String of) {
        return state(
                NativeQueries.ofColumns(entities, OF_COUNTY)
                        .setParameter("county", of)
                        .getSingleResult(),
                everyCounty());
    }

    /** The latest changes first; of the county's own where there is no person. */
    List<Change> changes(String of, UUID person) {
        return NativeQueries.ofColumns(
                        entities,
                        "select bytes, chunks, open_attempts, photos, note, changed_by, changed_at from quotas"
                                + " where county = :county and person is not distinct from cast(:person as uuid)"
                                + " order by id desc")
                .setParameter("county", of)
                .setParameter("person", person, UUID.class)
                .setMaxResults(PEOPLE_LISTED)
                .getResultList()
                .stream()
                .map(row -> new Change(
                        number(row[0]),
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        (String) row[4],
                        (UUID) row[5],
                        instant(row[6])))
                .toList();
    }

    /** @param person null for the county as a whole */
    void change(String of, UUID person, StorageLimits limits, UUID by) {
        requireKnown(of, person);
        entities.createNativeMutationQuery(
                        """
                        insert into quotas
                            (county, person, bytes, chunks, open_attempts, photos, note, changed_by, changed_at)
                        values (:county, cast(:person as uuid), cast(:bytes as bigint), cast(:chunks as bigint),
                            cast(:attempts as bigint), cast(:photos as bigint), :note, :by, :now)""")
                .setParameter("county", of)
                .setParameter("person", person, UUID.class)
                .setParameter("bytes", limits.bytes(), Long.class)
                .setParameter("chunks", limits.chunks(), Long.class)
                .setParameter("attempts", limits.openAttempts(), Long.class)
                .setParameter("photos", limits.photos(), Long.class)
                .setParameter("note", limits.note())
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .executeUpdate();
        LOG.infof("Quota of %s in %s changed by %s", person == null ? "the county" : person, of, by);
    }

    void requireKnown(String of, UUID person) {
        String known = person == null
                ? "select count(*) from counties where id = :county and cast(:person as uuid) is null"
                : "select count(*) from people where county = :county and id = cast(:person as uuid)";
        Long found = NativeQueries.<Long>ofOneColumn(entities, known)
                .setParameter("county", of)
                .setParameter("person", person, UUID.class)
                .getSingleResult();
        if (found == 0) {
            throw new NotFound("media.quota-of-nobody");
        }
    }

    private StorageAmounts everyPerson() {
        return new StorageAmounts(
                config.person().bytes().asLongValue(),
                config.person().chunks(),
                config.person().openAttempts(),
                config.person().photos());
    }

    private StorageAmounts everyCounty() {
        return new StorageAmounts(
                config.county().bytes().asLongValue(),
                config.county().chunks(),
                config.county().openAttempts(),
                config.county().photos());
    }

    private static QuotaState state(Object[] row, StorageAmounts otherwise) {
        StorageAmounts used = new StorageAmounts(or(row[0], 0), or(row[1], 0), or(row[2], 0), or(row[3], 0));
        StorageAmounts limits = new StorageAmounts(
                or(row[4], otherwise.bytes()),
                or(row[5], otherwise.chunks()),
                or(row[6], otherwise.openAttempts()),
                or(row[7], otherwise.photos()));
        return new QuotaState(limits, used);
    }

    private static long or(Object column, long otherwise) {
        return column == null ? otherwise : ((Number) column).longValue();
    }

    private static Long number(Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp timestamp ? timestamp.toInstant() : (Instant) column;
    }
}
