package org.tianbo.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tianbo.store.income.IncomeConfirmed;

/** What stores told the rest of the house. */
@ApplicationScoped
public class RecordedStoreEvents {

    private final List<FirstOrder> firstOrders = new CopyOnWriteArrayList<>();
    private final List<StoreOpened> opened = new CopyOnWriteArrayList<>();

    private final List<IncomeConfirmed> confirmed = new CopyOnWriteArrayList<>();
    private final List<SteadyIncomeReached> reached = new CopyOnWriteArrayList<>();
    private final List<SteadyIncomeLost> lost = new CopyOnWriteArrayList<>();

    void receive(@Observes IncomeConfirmed month) {
        confirmed.add(month);
    }

    void receive(@Observes SteadyIncomeReached income) {
        reached.add(income);
    }

    void receive(@Observes SteadyIncomeLost income) {
        lost.add(income);
    }

    void receive(@Observes FirstOrder first) {
        firstOrders.add(first);
    }

    void receive(@Observes StoreOpened store) {
        opened.add(store);
    }

    public List<FirstOrder> firstOrders() {
        return List.copyOf(firstOrders);
    }

    public List<StoreOpened> opened() {
        return List.copyOf(opened);
    }

    List<IncomeConfirmed> confirmed() {
        return List.copyOf(confirmed);
    }

    List<SteadyIncomeReached> reached() {
        return List.copyOf(reached);
    }

    List<SteadyIncomeLost> lost() {
        return List.copyOf(lost);
    }

    public void clear() {
        confirmed.clear();
        reached.clear();
        lost.clear();
        firstOrders.clear();
        opened.clear();
    }
}
