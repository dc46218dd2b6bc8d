package org.tianbo.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.PersonView;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.search.Spelling;

@ApplicationScoped
public class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    private static final String VIEW =
            """
            select new org.tianbo.people.PersonView(
                p.id, p.name, coalesce(v.name, ''), coalesce(v.town, ''), p.login, p.mobile)
            from Person p left join Village v on v.id = p.village
            """;

    private static final UUID NOWHERE = new UUID(0, 0);

    private final PhoneNumbers phones;

    PersonRepository(PhoneNumbers phones) {
        this.phones = phones;
    }

    Optional<PersonView> view(UUID id) {
        return views(VIEW + "where p.id = :id")
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public List<PersonView> views(Collection<UUID> ids) {
        return views(VIEW + "where p.id in :ids order by p.name")
                .setParameter("ids", ids)
                .getResultList();
    }

    Optional<Person> byLogin(String login) {
        return find("login", login).firstResultOptional();
    }

    /** Whether the county has somebody who signs in with it. */
    public boolean isLogin(String login) {
        return count("login", login) > 0;
    }

    public Optional<Person> byIdHash(String hash) {
        return find("idHash", hash).firstResultOptional();
    }

    List<UUID> idsAfter(UUID last, int most) {
        return getEntityManager()
                .createQuery("select p.id from Person p where p.id > :last order by p.id", UUID.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    List<Person> after(UUID last, int most) {
        return find("id > ?1 order by id", last).page(0, most).list();
    }

    /** Counties of which somebody's reading is not known yet; asked as the root. */
    @Transactional
    List<String> countiesWithoutReadings() {
        return NativeQueries.<String>ofOneColumn(
                        getEntityManager(),
                        "select c.id from counties c where exists"
                                + " (select 1 from people p where p.county = c.id and p.reading = '')"
                                + " or exists (select 1 from villages v where v.county = c.id and v.reading = '')")
                .getResultList();
    }

    /** A foreign key to this row does not wait for the lock. */
    void lock(String county, UUID id) {
        NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(),
                        "select 1 from people where county = :county and id = :id for no key update")
                .setParameter("county", county)
                .setParameter("id", id)
                .getResultList();
    }

    /** Until the transaction ends, nobody else changes the person. */
    public void lockToChange(String county, UUID id) {
        lock(county, id);
    }

    /** Those of that phone, and those of that name in that village. */
    public List<PersonView> alike(String name, String mobile, Optional<UUID> village, int most) {
        return views(VIEW + "where p.storedMobile in :mobiles"
                        + " or (p.village = :village and p.reading = :reading and p.name = :name) order by p.id")
                .setParameter("mobiles", mobile.isEmpty() ? List.of("") : phones.storedAs(mobile))
                .setParameter("village", village.orElse(NOWHERE))
                .setParameter("reading", Spelling.of(name).reading())
                .setParameter("name", name)
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of the people who work, or have worked, for the county. */
    public Set<UUID> staffAmong(String county, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(NativeQueries.<UUID>ofOneColumn(
                                getEntityManager(),
                                "select person from staff where county = :county and person = any(:ids)")
                        .setParameter("county", county)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }

    /** Two rosters with the same new person would each add them; the later one waits instead. */
    public void lockRosters(String county) {
        AdvisoryLocks.hold(getEntityManager(), "roster of " + county);
    }

    /**
     * After thousands were added: where other rows point at them PostgreSQL looks them up by a plan of this connection,
     * and one from when the table had a single page reads it whole each time.
     */
    public void discardPlans() {
        getEntityManager().createNativeQuery("discard plans").executeUpdate();
    }

    private TypedQuery<PersonView> views(String query) {
        return getEntityManager().createQuery(query, PersonView.class);
    }
}
