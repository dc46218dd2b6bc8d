package org.tianbo.cohort.counts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.NativeQueries;
import org.tianbo.platform.jobs.Job;

/** Folds what changed in a county into its counts, so that few changes are left for readers to add. */
@ApplicationScoped
class CountsFold implements Job {

    static final String NAME = "cohort.counts-fold";

    private static final Logger LOG = Logger.getLogger(CountsFold.class);
    private static final int AT_ONCE = 20_000;

    /** Stages and incomes: each with the county, and how many changes at most. */
    private static final List<String> FOLDS =
            List.of("select fold_count_changes(:county, :most)", "select fold_income_changes(:county, :most)");

    private final EntityManager entities;

    CountsFold(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param county its own, as which it runs */
    @Override
    public void run(String county) {
        for (String statement : FOLDS) {
            while (fold(statement, county) == AT_ONCE) {
                LOG.debugf("More changes of %s wait to be folded", county);
            }
        }
    }

    /** Readers go on adding the changes; the next round folds them. */
    @Override
    public void onExhausted(String county) {
        LOG.errorf("What changed in %s was not folded into its counts", county);
    }

    private int fold(String statement, String county) {
        return QuarkusTransaction.requiringNew().call(() -> NativeQueries.<Integer>ofOneColumn(entities, statement)
                .setParameter("county", county)
                .setParameter("most", AT_ONCE)
                .getSingleResult());
    }
}
