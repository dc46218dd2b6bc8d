package org.tianbo.store.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.tianbo.store.IncomeStabilityView;
import org.tianbo.store.income.IncomeStability;
import org.tianbo.store.income.MonthListFormat;
import org.tianbo.store.income.MonthRange;
import org.tianbo.store.income.MonthlyIncome;
import org.tianbo.store.orders.HeldOrders;
import org.tianbo.store.orders.Orders;

/** What a store earned within a year, as both its pages show it: the trainee's own and the county's. */
@ApplicationScoped
class StoreIncome {

    private final Orders orders;
    private final HeldOrders heldOrders;
    private final IncomeStability stability;
    private final Clock clock;

    StoreIncome(Orders orders, HeldOrders heldOrders, IncomeStability stability, Clock clock) {
        this.orders = orders;
        this.heldOrders = heldOrders;
        this.stability = stability;
        this.clock = clock;
    }

    /**
     * The twelve months up to this one.
     *
     * @param gaps the months of which no file tells
     * @param waiting how many orders wait for a decision
     */
    record Year(MonthlyIncome months, IncomeStabilityView steady, String gaps, int waiting) {}

    Year of(UUID store) {
        MonthRange year = MonthRange.requested("", "", clock);
        return new Year(
                orders.months(store, year.from(), year.to()),
                stability.view(store),
                MonthListFormat.of(orders.monthsWithoutFile(store)),
                heldOrders.waiting(store));
    }
}
