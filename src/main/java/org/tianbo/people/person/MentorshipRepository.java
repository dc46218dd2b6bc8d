package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.data.Slices;

@ApplicationScoped
public class MentorshipRepository implements PanacheRepositoryBase<Mentorship, UUID> {

    /** Sorted, so that two who give the same people wait for each other in one order. */
    private static final String GIVE =
            """
            insert into mentorships (county, id, mentor, trainee)
            select :county, id, mentor, trainee
            from unnest(cast(:ids as uuid[]), cast(:mentors as uuid[]), cast(:trainees as uuid[]))
                as wanted (id, mentor, trainee)
            order by mentor, trainee
            on conflict (county, mentor, trainee) do nothing
            returning mentor, trainee
            """;

    private static final String TAKE =
            """
            delete from mentorships gone
            using unnest(cast(:mentors as uuid[]), cast(:trainees as uuid[])) as wanted (mentor, trainee)
            where gone.county = :county and gone.mentor = wanted.mentor and gone.trainee = wanted.trainee
            returning gone.mentor, gone.trainee
            """;

    /** Who mentors whom. */
    public record Pair(UUID mentor, UUID trainee) {}

    boolean exists(UUID mentor, UUID trainee) {
        return count("mentor = ?1 and trainee = ?2", mentor, trainee) > 0;
    }

    /** @return those that were not so before */
    public Set<Pair> add(String county, List<Pair> pairs) {
        return pairs(getEntityManager()
                .createNativeQuery(GIVE)
                .setParameter("county", county)
                .setParameter("ids", pairs.stream().map(any -> Ids.next()).toArray(UUID[]::new))
                .setParameter("mentors", pairs.stream().map(Pair::mentor).toArray(UUID[]::new))
                .setParameter("trainees", pairs.stream().map(Pair::trainee).toArray(UUID[]::new)));
    }

    /** @return those that were so before */
    public Set<Pair> remove(String county, List<Pair> pairs) {
        return pairs(getEntityManager()
                .createNativeQuery(TAKE)
                .setParameter("county", county)
                .setParameter("mentors", pairs.stream().map(Pair::mentor).toArray(UUID[]::new))
                .setParameter("trainees", pairs.stream().map(Pair::trainee).toArray(UUID[]::new)));
    }

    private static Set<Pair> pairs(Query statement) {
        Set<Pair> pairs = new HashSet<>();
        for (Object row : statement.getResultList()) {
            Object[] columns = (Object[]) row;
            pairs.add(new Pair((UUID) columns[0], (UUID) columns[1]));
        }
        return pairs;
    }

    public List<Mentorship> ofTrainees(Collection<UUID> trainees) {
        return Slices.of(trainees, Slices.OF_A_STATEMENT).stream()
                .flatMap(some -> list("trainee in ?1", some).stream())
                .toList();
    }

    public List<Mentorship> ofMentor(UUID mentor) {
        return list("mentor", mentor);
    }

    /** How many trainees each of these mentors has; whoever has none is absent. */
    public Map<UUID, Integer> sizes(Collection<UUID> mentors) {
        return getEntityManager()
                .createQuery(
                        "select m.mentor, count(m) from Mentorship m where m.mentor in :mentors group by m.mentor",
                        Object[].class)
                .setParameter("mentors", mentors)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue()));
    }

    /** Two officers who share out at once would give the same people twice; the later one waits instead. */
    public void lockAssignments(String county) {
        AdvisoryLocks.hold(getEntityManager(), "mentors of " + county);
    }
}
