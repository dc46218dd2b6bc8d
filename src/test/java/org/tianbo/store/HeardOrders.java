package org.tianbo.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What stores told the rest of the house. */
@ApplicationScoped
class HeardOrders {

    private final List<FirstOrder> firstOrders = new CopyOnWriteArrayList<>();
    private final List<StoreOpened> opened = new CopyOnWriteArrayList<>();

    void hear(@Observes FirstOrder first) {
        firstOrders.add(first);
    }

    void hear(@Observes StoreOpened store) {
        opened.add(store);
    }

    List<FirstOrder> firstOrders() {
        return List.copyOf(firstOrders);
    }

    List<StoreOpened> opened() {
        return List.copyOf(opened);
    }

    void clear() {
        firstOrders.clear();
        opened.clear();
    }
}
