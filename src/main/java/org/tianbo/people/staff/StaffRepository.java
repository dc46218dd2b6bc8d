package org.tianbo.people.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tianbo.people.staff.StaffMember.Account;
import org.tianbo.platform.data.AdvisoryLocks;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.platform.security.Roles;

@ApplicationScoped
class StaffRepository implements PanacheRepositoryBase<StaffMember, UUID> {

    private static final String GIVE =
            """
            insert into staff_villages (county, person, village)
            select v.county, :person, v.id from villages v where v.county = :county and v.id = any(:villages)
            """;

    private static final String ADOPT =
            """
            insert into staff (county, person, role, all_villages, account, invited_at, version)
            select p.county, p.id, :role, true, 'READY', p.created_at, 1 from people p
            where p.county = :county and p.id = :person
            on conflict do nothing
            """;

    private static final String CLAIM =
            """
            update staff set follower = :follower, followed_until = :until
            where county = :county and person = :person
                and (follower is null or follower = :follower or followed_until < :now)
            """;

    private static final String RELEASE =
            """
            update staff set follower = null, followed_until = null
            where county = :county and person = :person and follower = :follower
            """;

    private final CurrentCounty county;

    StaffRepository(CurrentCounty county) {
        this.county = county;
    }

    /** Two who decide about a county's staff at once: the later one waits, and then sees what the other decided. */
    void lockStaff() {
        AdvisoryLocks.hold(getEntityManager(), "staff of " + county.id());
    }

    /** Whether no other officer is left who can sign in. */
    boolean isLastOfficer(UUID person) {
        String others = "role = ?1 and endedAt is null and account = ?2 and person <> ?3";
        return count(others, Roles.OFFICER, StaffMember.Account.READY, person) == 0;
    }

    /** Which villages they see from now on. @return how many of them the county has */
    int give(UUID person, Set<UUID> villages) {
        getEntityManager()
                .createNativeQuery("delete from staff_villages where county = :county and person = :person")
                .setParameter("county", county.id())
                .setParameter("person", person)
                .executeUpdate();
        return getEntityManager()
                .createNativeQuery(GIVE)
                .setParameter("county", county.id())
                .setParameter("person", person)
                .setParameter("villages", villages.toArray(UUID[]::new))
                .executeUpdate();
    }

    int villagesOf(UUID person) {
        return NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(),
                        "select count(*)::int from staff_villages where county = :county and person = :person")
                .setParameter("county", county.id())
                .setParameter("person", person)
                .getSingleResult();
    }

    /** Writes down somebody whose account was made elsewhere; whoever is known stays as they are. */
    void adopt(UUID person, String role) {
        getEntityManager()
                .createNativeQuery(ADOPT)
                .setParameter("county", county.id())
                .setParameter("person", person)
                .setParameter("role", role)
                .executeUpdate();
    }

    /**
     * The account is as it was decided then; what was decided since is not done yet.
     *
     * @return 0 where something was decided since
     */
    int followed(UUID person, long version, Account account) {
        return update(
                "account = ?1, firstPassword = null where person = ?2 and version = ?3", account, person, version);
    }

    /**
     * Whether nobody else just asks Keycloak about the person; until then it is this follower's to do. No field of
     * {@link StaffMember}: a decision that is stored meanwhile would put back what it had read.
     */
    boolean claim(UUID person, UUID follower, Instant now, Instant until) {
        return getEntityManager()
                        .createNativeQuery(CLAIM)
                        .setParameter("follower", follower)
                        .setParameter("until", until)
                        .setParameter("county", county.id())
                        .setParameter("person", person)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Others may ask from now on. */
    void release(UUID person, UUID follower) {
        getEntityManager()
                .createNativeQuery(RELEASE)
                .setParameter("county", county.id())
                .setParameter("person", person)
                .setParameter("follower", follower)
                .executeUpdate();
    }

    /** Those whose accounts are not yet as it was decided. */
    List<StaffMember> pending() {
        return list("account", Account.PENDING);
    }

    /** Counties of whose staff nobody is written down; asked as the root. */
    @Transactional
    List<String> countiesWithout() {
        return NativeQueries.<String>ofOneColumn(
                        getEntityManager(),
                        "select c.id from counties c where not exists (select 1 from staff s where s.county = c.id)")
                .getResultList();
    }

    /** Whether any county has somebody with that login; asked as the root. */
    boolean loginKnown(String login) {
        return !NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(), "select 1 from people where login = :login limit 1")
                .setParameter("login", login)
                .getResultList()
                .isEmpty();
    }

    Optional<StaffMember> member(UUID person) {
        return findByIdOptional(person);
    }

    /**
     * As it is until the transaction ends: an account that is brought up to date meanwhile waits, and then finds a
     * newer decision. Else what is stored here would put back the first password that Keycloak just took over.
     */
    Optional<StaffMember> held(UUID person) {
        return findByIdOptional(person, LockModeType.PESSIMISTIC_WRITE);
    }
}
