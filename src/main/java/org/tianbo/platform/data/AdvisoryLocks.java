package org.tianbo.platform.data;

import jakarta.persistence.EntityManager;

/** PostgreSQL's locks on a name, for what has no row yet that could be locked. */
public final class AdvisoryLocks {

    private AdvisoryLocks() {}

    /** Waits for the name; until the transaction ends nobody else gets past here with it, on whichever replica. */
    public static void hold(EntityManager entities, String name) {
        hold(entities, name, 0);
    }

    /**
     * Waits for the name.
     *
     * @param seed of the name's hash; the same name with another seed is another lock
     */
    public static void hold(EntityManager entities, String name, long seed) {
        NativeQueries.<Integer>ofOneColumn(
                        entities, "select 1 from pg_advisory_xact_lock(hashtextextended(:name, :seed))")
                .setParameter("name", name)
                .setParameter("seed", seed)
                .getResultList();
    }
}
