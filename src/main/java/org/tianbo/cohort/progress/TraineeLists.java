package org.tianbo.cohort.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.tianbo.cohort.Stage;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;

/** Counts a class's trainees and finds those behind a count, by index and a page at a time. */
@ApplicationScoped
class TraineeLists {

    /** Looked up for one trainee after the other: a list ends after a page. */
    private static final String HOLDS =
            """
             coalesce((select m.change = 'REACHED' from milestones m
                where m.county = e.county and m.cohort = e.cohort and m.trainee = e.trainee and m.stage = '%s'
                order by m.ordinal desc limit 1), false)
            """;

    /** The same, looked up once for the whole class: whoever counts needs everybody. */
    private static final String HOLDS_OF_CLASS =
            """
             e.trainee in (select held.trainee from (
                select distinct on (m.trainee) m.trainee, m.change from milestones m
                where m.county = :county and m.cohort = :cohort and m.stage = '%s'
                order by m.trainee, m.ordinal desc) as held where held.change = 'REACHED')
            """;

    private static final String LIVES_THERE =
            " and %s.trainee in (select p.id from people p where p.county = :county and p.village = any(:villages))";

    private final EntityManager entities;
    private final StaffVillages staffVillages;
    private final CurrentCounty county;

    TraineeLists(EntityManager entities, StaffVillages staffVillages, CurrentCounty county) {
        this.entities = entities;
        this.staffVillages = staffVillages;
        this.county = county;
    }

    /** A trainee on a list, and when they last did something. */
    record ListedTrainee(UUID trainee, Instant lastActive) {}

    int count(UUID cohort, TraineeFilter list, Instant now) {
        Villages villages = staffVillages.mine();
        NativeQuery<Long> query = query(
                NativeQueries.<Long>ofOneColumn(entities, "select count(*)" + from(list, villages, HOLDS_OF_CLASS)),
                cohort,
                villages);
        idleSince(query, list, now);
        return Math.toIntExact(query.getSingleResult());
    }

    /** In the order of the trainees' ids, which is the order the county came to know them in. */
    List<ListedTrainee> inOrder(UUID cohort, TraineeFilter list, Optional<UUID> after, Instant now, int most) {
        NativeQuery<Object[]> query = query(" and e.trainee > :after order by e.trainee", cohort, list, now, most);
        query.setParameter("after", after.orElse(new UUID(0, 0)));
        return rows(query);
    }

    /** Whoever did nothing for the longest time first. */
    List<ListedTrainee> longestIdleFirst(
            UUID cohort, TraineeFilter list, Optional<ListedTrainee> after, Instant now, int most) {
        NativeQuery<Object[]> query = query(
                " and (e.last_active_at, e.trainee) > (:active, :after)" + " order by e.last_active_at, e.trainee",
                cohort,
                list,
                now,
                most);
        query.setParameter(
                "active",
                after.map(ListedTrainee::lastActive).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC));
        query.setParameter("after", after.map(ListedTrainee::trainee).orElse(new UUID(0, 0)));
        return rows(query);
    }

    private NativeQuery<Object[]> query(String place, UUID cohort, TraineeFilter list, Instant now, int most) {
        Villages villages = staffVillages.mine();
        String select = "select e.trainee, e.last_active_at" + from(list, villages, HOLDS) + place;
        NativeQuery<Object[]> query = query(NativeQueries.ofColumns(entities, select), cohort, villages)
                .addScalar("trainee", UUID.class)
                .addScalar("last_active_at", Instant.class)
                .setMaxResults(most);
        idleSince(query, list, now);
        return query;
    }

    private static List<ListedTrainee> rows(NativeQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new ListedTrainee((UUID) row[0], (Instant) row[1]))
                .toList();
    }

    /** The same conditions as {@link org.tianbo.cohort.milestone.StageHistory} has for one trainee. */
    private static String from(TraineeFilter list, Villages villages, String holds) {
        StringBuilder from = new StringBuilder(" from enrolments e where e.county = :county and e.cohort = :cohort");
        if (list.left()) {
            from.append(" and e.left_at is not null");
        }
        if (list.stage() != Stage.ENROLLED) {
            from.append(" and").append(holds.formatted(list.stage().name()));
        }
        if (list.stalledDays().isPresent()) {
            from.append(" and e.left_at is null and e.last_active_at <= :idleSince and not")
                    .append(holds.formatted(Stage.STEADY_12.name()));
        }
        return from.append(livesThere("e", villages)).toString();
    }

    private static String livesThere(String row, Villages villages) {
        return villages.all() ? "" : LIVES_THERE.formatted(row);
    }

    private static void idleSince(NativeQuery<?> query, TraineeFilter list, Instant now) {
        list.idleSince(now).ifPresent(since -> query.setParameter("idleSince", since.atOffset(ZoneOffset.UTC)));
    }

    private <T> NativeQuery<T> query(NativeQuery<T> query, UUID cohort, Villages villages) {
        if (!villages.all()) {
            query.setParameter("villages", villages.array(), UUID[].class);
        }
        return query.setParameter("county", county.id()).setParameter("cohort", cohort);
    }
}
