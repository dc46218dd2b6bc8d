package org.tianbo.cohort.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.cohort.Stage;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.data.Slices;
import org.tianbo.platform.security.CurrentCounty;

@ApplicationScoped
public class EnrolmentRepository implements PanacheRepositoryBase<Enrolment, UUID> {

    private static final Duration UNWRITTEN = Duration.ofHours(1);

    private static final String CORRECT =
            """
            update enrolments set last_active_at = :right
            where county = :county and id = :id and last_active_at = :read
            """;

    /**
     * A phone that sends lesson by lesson writes a row once an hour, not once a lesson: idleness counts in days. Rows
     * are locked in the order of {@link #LOCK}, for two that take them in two orders wait for each other.
     */
    private static final String ACTIVE =
            """
            update enrolments set last_active_at = :at
            where county = :county and id in (
                select id from enrolments
                where county = :county and trainee = :trainee and last_active_at + interval '1 hour' < :at
                order by cohort for no key update)
            """;

    private static final String TOOK_EARLIER =
            """
            update enrolments set earlier_courses = :courses
            where county = :county and cohort = :cohort and trainee = :trainee and earlier_courses <> :courses
            """;

    /** Of a roster a statement adds thousands: what triggers list, they list in one go. */
    private static final String ADD =
            """
            insert into enrolments (county, id, cohort, trainee, consent, consent_seen_by, enrolled_at, last_active_at)
            select :county, one.id, :cohort, one.trainee, :consent, cast(nullif(:checkedBy, '') as uuid), :at, :at
            from unnest(cast(:ids as uuid[]), cast(:trainees as uuid[])) as one (id, trainee)
            """;

    private static final String AMONG =
            "select trainee from enrolments where county = :county and cohort = :cohort and trainee = any(:people)";

    /** The furthest stage held, of an enrolment {@code e}: the latest milestone of a stage says whether it is. */
    static final String FURTHEST =
            """
            coalesce((
                select held.stage from (
                    select distinct on (m.stage) m.stage, m.change from milestones m
                    where m.county = e.county and m.cohort = e.cohort and m.trainee = e.trainee
                    order by m.stage, m.ordinal desc) as held
                where held.change = 'REACHED' order by array_position(%s, held.stage) desc limit 1), 'ENROLLED')
            """
                    .formatted(Stage.IN_ORDER);

    private static final String COME_TO = "update enrolments e set stage = " + FURTHEST
            + " where e.county = :county and e.cohort = :cohort and e.trainee = any(:trainees)";

    private static final String LOCK =
            "select 1 from enrolments where county = :county and cohort = any(:cohorts) and trainee = :trainee"
                    + " order by cohort for no key update";

    private final CurrentCounty county;

    EnrolmentRepository(CurrentCounty county) {
        this.county = county;
    }

    /** Records that the trainee did something at that time; times may be reported in any order. */
    public void active(String county, UUID trainee, Instant at) {
        getEntityManager()
                .createNativeQuery(ACTIVE)
                .setParameter("county", county)
                .setParameter("trainee", trainee)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** @return whether that is something else than what was written there */
    boolean tookEarlier(UUID cohort, UUID trainee, String courses) {
        return getEntityManager()
                        .createNativeQuery(TOOK_EARLIER)
                        .setParameter("county", county.id())
                        .setParameter("cohort", cohort)
                        .setParameter("trainee", trainee)
                        .setParameter("courses", courses)
                        .executeUpdate()
                == 1;
    }

    /** Puts people on the roster who were never on it. */
    void add(UUID cohort, Collection<UUID> newcomers, Consent consent, Instant at) {
        Slices.of(newcomers, Slices.OF_A_STATEMENT).forEach(some -> getEntityManager()
                .createNativeQuery(ADD)
                .setParameter("county", county.id())
                .setParameter("cohort", cohort)
                .setParameter("consent", consent.how())
                .setParameter("checkedBy", Objects.toString(consent.checkedBy(), ""))
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("ids", some.stream().map(any -> Ids.next()).toArray(UUID[]::new))
                .setParameter("trainees", some.toArray(UUID[]::new))
                .executeUpdate());
    }

    /** Keeps how far these trainees of the class have come; called once their milestones are appended. */
    public void comeTo(UUID cohort, Collection<UUID> trainees) {
        getEntityManager()
                .createNativeQuery(COME_TO)
                .setParameter("county", county.id())
                .setParameter("cohort", cohort)
                .setParameter("trainees", trainees.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Two milestones of a trainee at once: the later one waits, and then sees the other. */
    public void lock(UUID cohort, UUID trainee) {
        lock(List.of(cohort), trainee);
    }

    /** As {@link #lock(UUID, UUID)}, for what changes them in several classes; one where they never were is passed. */
    void lock(List<UUID> cohorts, UUID trainee) {
        NativeQueries.<Integer>ofOneColumn(getEntityManager(), LOCK)
                .setParameter("county", county.id())
                .setParameter("cohorts", cohorts.toArray(UUID[]::new), UUID[].class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** When the trainee of an enrolment joined the class, and last did something, as it is kept. */
    public record LastActive(UUID id, UUID trainee, Instant enrolledAt, Instant at) {

        /**
         * Whether that is so by what was done; within an hour it is not written anew.
         *
         * @param deleted when something done was last deleted, which may have been the last; null for never
         */
        public boolean agreesWith(Instant done, Instant deleted) {
            Instant right = right(done);
            return !at.isBefore(right.minus(UNWRITTEN))
                    && (!at.isAfter(right) || (deleted != null && !at.isAfter(deleted)));
        }

        /** @param done the last of what was done; null for nothing */
        public Instant right(Instant done) {
            return done == null || done.isBefore(enrolledAt) ? enrolledAt : done;
        }
    }

    /** The next enrolments of the county in the order of their ids. */
    public List<LastActive> lastActiveAfter(UUID last, int most) {
        return getEntityManager()
                .createQuery(
                        "select e.id, e.trainee, e.enrolledAt, e.lastActiveAt from Enrolment e where e.id > :last"
                                + " order by e.id",
                        LastActive.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /** @return whether it was as it had been read; what was done meanwhile stays */
    public boolean correct(String county, LastActive read, Instant right) {
        return getEntityManager()
                        .createNativeQuery(CORRECT)
                        .setParameter("county", county)
                        .setParameter("id", read.id())
                        .setParameter("read", read.at().atOffset(ZoneOffset.UTC))
                        .setParameter("right", right.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** The classes this trainee is in and has not left. */
    public List<UUID> cohortsOf(UUID trainee) {
        return getEntityManager()
                .createQuery(
                        "select e.cohort from Enrolment e where e.trainee = :trainee and e.leftAt is null"
                                + " order by e.cohort",
                        UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** The classes this trainee is or ever was in: who left stays in their numbers. */
    public List<UUID> everyCohortOf(UUID trainee) {
        return getEntityManager()
                .createQuery(
                        "select e.cohort from Enrolment e where e.trainee = :trainee order by e.cohort", UUID.class)
                .setParameter("trainee", trainee)
                .getResultList();
    }

    /** The next enrolments of the county, of whatever class, in the order of their ids. */
    List<UUID> idsAfter(UUID last, int most) {
        return getEntityManager()
                .createQuery("select e.id from Enrolment e where e.id > :last order by e.id", UUID.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /** Everyone ever on the roster. */
    public Set<UUID> traineesOf(UUID cohort) {
        return new HashSet<>(getEntityManager()
                .createQuery("select e.trainee from Enrolment e where e.cohort = :cohort", UUID.class)
                .setParameter("cohort", cohort)
                .getResultList());
    }

    /** Those of these people who were ever on the roster. */
    Set<UUID> among(UUID cohort, Collection<UUID> people) {
        return people.isEmpty()
                ? Set.of()
                : new HashSet<>(NativeQueries.<UUID>ofOneColumn(getEntityManager(), AMONG)
                        .setParameter("county", county.id())
                        .setParameter("cohort", cohort)
                        .setParameter("people", people.toArray(UUID[]::new), UUID[].class)
                        .getResultList());
    }

    public Optional<Enrolment> of(UUID cohort, UUID trainee) {
        return find("cohort = ?1 and trainee = ?2", cohort, trainee).firstResultOptional();
    }
}
