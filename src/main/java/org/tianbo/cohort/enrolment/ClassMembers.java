package org.tianbo.cohort.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.StaffVillages;
import org.tianbo.people.StaffVillages.Villages;

/**
 * Who is still in a class, as far as the reader sees them: counted by the database and listed a page at a time in the
 * order of the roster. Cards and mentors are looked at in the same statement: a list filtered after it was read would
 * be read whole.
 */
@ApplicationScoped
public class ClassMembers {

    private static final String MEMBERS = " from Enrolment e where e.cohort = :cohort and e.leftAt is null and (%s)";

    private static final String IN_CLASS =
            """
            select m.mentor, count(m) from Mentorship m
            where m.trainee in (select e.trainee from Enrolment e where e.cohort = :cohort and e.leftAt is null)
            group by m.mentor
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String LIVES_THERE =
            " and e.trainee in (select p.id from Person p where p.village in :villages)";

    private final EntityManager entities;
    private final StaffVillages staffVillages;

    ClassMembers(EntityManager entities, StaffVillages staffVillages) {
        this.entities = entities;
        this.staffVillages = staffVillages;
    }

    /**
     * Some of those in the class.
     *
     * @param condition on the enrolment {@code e}
     * @param mentor whom the condition names
     */
    public record Filter(String condition, Optional<UUID> mentor) {

        public static final Filter ALL = of("1 = 1");
        private static final String CARD =
                "exists (select 1 from Card c where c.person = e.trainee and c.withdrawnAt is null)";

        public static final Filter WITH_CARD = of(CARD);
        public static final Filter WITHOUT_CARD = of("not " + CARD);
        public static final Filter WITHOUT_MENTOR =
                of("not exists (select 1 from Mentorship m where m.trainee = e.trainee)");

        public static Filter ofMentor(UUID mentor) {
            return new Filter(
                    "exists (select 1 from Mentorship m where m.trainee = e.trainee and m.mentor = :mentor)",
                    Optional.of(mentor));
        }

        private static Filter of(String condition) {
            return new Filter(condition, Optional.empty());
        }
    }

    @Transactional
    public int count(UUID cohort, Filter filter) {
        return Math.toIntExact(
                query("select count(e)", "", cohort, filter, Long.class).getSingleResult());
    }

    /** How many there are of each of these, in their order; in one statement. */
    @Transactional
    public List<Integer> counts(UUID cohort, Filter... filters) {
        String counts = Arrays.stream(filters)
                .map(filter -> "count(case when %s then 1 end)".formatted(filter.condition()))
                .collect(Collectors.joining(", ", "select ", ""));
        Object[] row = query(counts, "", cohort, Filter.ALL, Object[].class).getSingleResult();
        return Arrays.stream(row).map(count -> Math.toIntExact((Long) count)).toList();
    }

    /** The next of them after this one, at most so many. */
    @Transactional
    public List<UUID> after(UUID cohort, Filter filter, Optional<UUID> last, int most) {
        return query("select e.trainee", " and e.trainee > :last order by e.trainee", cohort, filter, UUID.class)
                .setParameter("last", last.orElse(BEFORE_ALL))
                .setMaxResults(most)
                .getResultList();
    }

    /** How many of the class each mentor has; whoever has none is absent. */
    @Transactional
    public Map<UUID, Integer> byMentor(UUID cohort) {
        return entities.createQuery(IN_CLASS, Object[].class)
                .setParameter("cohort", cohort)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> Math.toIntExact((Long) row[1])));
    }

    private <T> TypedQuery<T> query(String select, String page, UUID cohort, Filter filter, Class<T> type) {
        Villages villages = staffVillages.mine();
        String members = MEMBERS.formatted(filter.condition()) + (villages.all() ? "" : LIVES_THERE);
        TypedQuery<T> query =
                entities.createQuery(select + members + page, type).setParameter("cohort", cohort);
        if (!villages.all()) {
            query.setParameter("villages", villages.ids());
        }
        filter.mentor().ifPresent(mentor -> query.setParameter("mentor", mentor));
        return query;
    }
}
