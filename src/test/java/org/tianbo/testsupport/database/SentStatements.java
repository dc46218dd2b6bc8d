package org.tianbo.testsupport.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.ToLongFunction;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** What Hibernate does while something runs. */
@ApplicationScoped
public class SentStatements {

    private final EntityManagerFactory entities;

    SentStatements(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** How much of it there was: statements prepared, entities loaded. Jobs, which would be counted too, rest. */
    public long count(ToLongFunction<Statistics> what, Runnable work) {
        JobsAtRest.await();
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long before = what.applyAsLong(statistics);
            work.run();
            return what.applyAsLong(statistics) - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
