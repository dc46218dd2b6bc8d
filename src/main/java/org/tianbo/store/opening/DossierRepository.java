package org.tianbo.store.opening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.curriculum.Gate;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;

/** Dossiers with their evidence, checks and status changes. */
@ApplicationScoped
public class DossierRepository implements PanacheRepositoryBase<Dossier, UUID> {

    /**
     * Whether somebody of the county has to look at a store: something handed in last for a gate was not looked at, or
     * every gate is passed and nobody has seen the store open. As {@link GateStatus#state} has it.
     */
    private static final String AFTER =
            """
            with last_shown as (
                select s.id as store, g.rule, e.id as evidence, e.answer = 'NOT_MINE' and not g.required as waived,
                    e.removed_at is not null and e.answer = 'SHOWN' as removed, g.papers
                from stores s
                cross join unnest(cast(:rules as text[]), cast(:required as boolean[]), cast(:papers as boolean[]))
                    as g (rule, required, papers)
                left join lateral (
                    select e.id, e.answer, e.removed_at from gate_evidence e
                    where e.county = s.county and e.store = s.id and e.rule = g.rule
                    order by e.given_at desc, e.id desc limit 1) e on true
                where s.county = :county and s.id > :last and (:all or s.trainee in (
                    select p.id from people p where p.county = :county and p.village = any(:villages)))),
            gates as (
                select l.store,
                    l.evidence is not null and c.confirmed is null and not l.waived and not l.removed as waits,
                    coalesce(c.confirmed, l.waived, false) and not (l.papers and l.removed) as passed
                from last_shown l
                left join lateral (
                    select c.confirmed from gate_checks c
                    where c.county = :county and c.store = l.store and c.rule = l.rule
                        and c.evidence is not distinct from l.evidence
                    order by c.checked_at desc limit 1) c on true)
            select store from gates
            group by store
            having :waiting = (bool_or(waits) or (bool_and(passed)
                and not exists (select 1 from store_turns t where t.county = :county and t.store = gates.store)))
            order by store limit :most
            """;

    private static final String BEGUN = "select 1 from stores where county = ? and trainee = ?";

    private final CurrentCounty county;
    private final CountyReads reads;

    DossierRepository(CurrentCounty county, CountyReads reads) {
        this.county = county;
        this.reads = reads;
    }

    /** Whether the trainee has begun a store; most have not, and are asked for on each of their pages. */
    boolean begun(UUID trainee) {
        return !reads.rows(BEGUN, row -> row.getInt(1), county.id(), trainee).isEmpty();
    }

    public Optional<Dossier> ofTrainee(UUID trainee) {
        return find("trainee", trainee).firstResultOptional();
    }

    /** Until the transaction ends nobody else adds to this dossier. */
    public Optional<Dossier> locked(UUID id) {
        boolean there = !NativeQueries.<Integer>ofOneColumn(
                        getEntityManager(), "select 1 from stores where county = :county and id = :id for update")
                .setParameter("county", county.id())
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        return there ? findByIdOptional(id) : Optional.empty();
    }

    /** The next stores of the county in the order of their ids, which is the order they were begun in. */
    public List<UUID> idsAfter(UUID last, int most) {
        return getEntityManager()
                .createQuery("select d.id from Dossier d where d.id > :last order by d.id", UUID.class)
                .setParameter("last", last)
                .setMaxResults(most)
                .getResultList();
    }

    /** The next stores of people of these villages that somebody has to look at, or that nobody has to. */
    List<UUID> idsAfter(UUID last, boolean waiting, List<Gate> gates, Villages villages, int most) {
        return NativeQueries.<UUID>ofOneColumn(getEntityManager(), AFTER)
                .setParameter("county", county.id())
                .setParameter("last", last)
                .setParameter("waiting", waiting)
                .setParameter("rules", gates.stream().map(Gate::rule).toArray(String[]::new))
                .setParameter("required", gates.stream().map(Gate::required).toArray(Boolean[]::new))
                .setParameter("papers", gates.stream().map(Gate::needsPapers).toArray(Boolean[]::new))
                .setParameter("all", villages.all())
                .setParameter("villages", villages.array(), UUID[].class)
                .setParameter("most", most)
                .getResultList();
    }

    public List<Dossier> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    List<GateEvidence> evidence(UUID store) {
        return pages("from GateEvidence where store = :store order by givenAt, id", GateEvidence.class, store);
    }

    List<GateCheck> checks(UUID store) {
        return pages("from GateCheck where store = :store order by checkedAt, id", GateCheck.class, store);
    }

    public List<StoreStatusChange> turns(UUID store) {
        return pages(
                "from StoreStatusChange where store = :store order by turnedAt, id", StoreStatusChange.class, store);
    }

    List<GateEvidence> evidenceOf(Collection<UUID> stores) {
        return pagesOf("from GateEvidence where store in :stores", GateEvidence.class, stores);
    }

    List<GateCheck> checksOf(Collection<UUID> stores) {
        return pagesOf("from GateCheck where store in :stores", GateCheck.class, stores);
    }

    List<StoreStatusChange> turnsOf(Collection<UUID> stores) {
        return pagesOf(
                "from StoreStatusChange where store in :stores order by turnedAt, id", StoreStatusChange.class, stores);
    }

    private <T> List<T> pagesOf(String query, Class<T> page, Collection<UUID> stores) {
        return getEntityManager()
                .createQuery(query, page)
                .setParameter("stores", stores)
                .getResultList();
    }

    private <T> List<T> pages(String query, Class<T> page, UUID store) {
        return getEntityManager()
                .createQuery(query, page)
                .setParameter("store", store)
                .getResultList();
    }
}
