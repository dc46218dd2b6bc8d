package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.tianbo.testsupport.TianboServices;

/** Needs PostgreSQL's driver, and Hibernate's memory of plans. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class NativeQueriesIT {

    private static final UUID ID = new UUID(0, 7);

    @Inject
    EntityManager entities;

    @Test
    @Transactional
    void aColumnHasTheTypeOfTheDatabase() {
        assertThat(only("select cast('00000000-0000-0000-0000-000000000007' as uuid)"))
                .isEqualTo(ID);
        assertThat(only("select count(*) from counties where id = 'nowhere'")).isEqualTo(0L);
        assertThat(only("select 1")).isEqualTo(1);
        assertThat(only("select 'word'")).isEqualTo("word");
        assertThat(NativeQueries.ofColumns(entities, "select 1, 'word'").getSingleResult())
                .containsExactly(1, "word");
    }

    @Test
    @Transactional
    void theSameQueryIsPlannedOnce() {
        List<Integer> plans = List.of(planned(), planned(), planned());

        assertThat(plans).containsOnly(plans.get(0));
    }

    /** How many plans Hibernate remembers after one more call. */
    private int planned() {
        only("select count(*) from counties where id = 'planned-once'");
        return entities.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }

    private Object only(String sql) {
        return NativeQueries.ofOneColumn(entities, sql).getSingleResult();
    }
}
