package org.tianbo.platform.data;

import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/** Queries in PostgreSQL's own language. */
public final class NativeQueries {

    private NativeQueries() {}

    /**
     * A query whose rows have one column, of the type that PostgreSQL's driver gives it: {@code bigint} is a {@code
     * Long}, {@code uuid} a {@code UUID}.
     *
     * <p>Not {@code createNativeQuery(sql, type)}: Hibernate 7.2 remembers the plan of such a query under a key that
     * never equals itself ({@code ImplicitResultClassBuilder} has no {@code equals}) although the hash is the same. So
     * each call would add a plan, and search the thousands added before, one thread at a time.
     */
    @SuppressWarnings("unchecked")
    public static <T> NativeQuery<T> ofOneColumn(EntityManager entities, String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    }

    /** A query whose rows have several columns; {@code addScalar} says the types of those that must not be guessed. */
    @SuppressWarnings("unchecked")
    public static NativeQuery<Object[]> ofColumns(EntityManager entities, String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
