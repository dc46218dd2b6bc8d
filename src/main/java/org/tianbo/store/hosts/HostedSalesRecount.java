package org.tianbo.store.hosts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeysetPages;
import org.tianbo.platform.jobs.Job;
import org.tianbo.platform.security.CountyReads;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.store.opening.DossierRepository;

/**
 * Compares who sold what with the order lines, and counts stores anew that differ: a replica of the version before
 * brings in order files and counts nothing. Then what is counted of the county is compared with what its stores sold.
 */
@ApplicationScoped
class HostedSalesRecount implements Job {

    static final String NAME = "store.hosted-sales-recount";

    private static final Logger LOG = Logger.getLogger(HostedSalesRecount.class);
    private static final int AT_ONCE = 500;

    private static final String DIFFERING =
            """
            with kept as (
                select * from hosted_sales where county = ? and store = any(?::uuid[])
            ), counted as (
                select * from counted_hosted_sales(?, ?::uuid[])
            )
            select distinct store from (
                (select * from kept except select * from counted)
                union all (select * from counted except select * from kept)) differing
            """;

    private final HostedSales sales;
    private final DossierRepository dossiers;
    private final CountyReads reads;
    private final CurrentCounty county;
    private final Counter differences;
    private final Counter differingCounts;

    HostedSalesRecount(
            HostedSales sales,
            DossierRepository dossiers,
            CountyReads reads,
            CurrentCounty county,
            MeterRegistry meters) {
        this.sales = sales;
        this.dossiers = dossiers;
        this.reads = reads;
        this.county = county;
        this.differences = meters.counter("tianbo.derived.differences", "table", "hosted_sales");
        this.differingCounts = meters.counter("tianbo.derived.differences", "table", "hosting_counts");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    /** @param id of no meaning: it is done for the county as which it runs */
    @Override
    public void run(String id) {
        List<UUID> differing = new ArrayList<>();
        KeysetPages.forEach(after -> {
            List<UUID> page = dossiers.idsAfter(after, AT_ONCE);
            differing.addAll(differing(page));
            return page.isEmpty() ? null : page.get(page.size() - 1);
        });
        differing.forEach(store -> QuarkusTransaction.requiringNew()
                .run(() -> dossiers.locked(store).ifPresent(locked -> sales.recount(locked.id))));
        if (!differing.isEmpty()) {
            differences.increment(differing.size());
            LOG.warnf("Who sold for %d stores of %s was counted anew", differing.size(), county.id());
        }
        recountCounty();
    }

    /** @return how many counts of the county were wrong */
    int recountCounty() {
        int wrong = sales.recountCounty();
        differingCounts.increment(wrong);
        if (wrong > 0) {
            LOG.warnf("%d counts of who sold in %s were wrong and were put right", wrong, county.id());
        }
        return wrong;
    }

    /** The next night counts again. */
    @Override
    public void onExhausted(String id) {
        LOG.errorf("Who sold what in %s was not counted anew", id);
    }

    private List<UUID> differing(List<UUID> stores) {
        return stores.isEmpty()
                ? List.of()
                : reads.rows(DIFFERING, row -> row.getObject(1, UUID.class), county.id(), stores, county.id(), stores);
    }
}
