package org.tianbo.platform.data;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Goes through many rows in bounded memory, in the order of their ids. */
public final class KeysetPages {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private KeysetPages() {}

    /**
     * A page in a transaction of its own.
     *
     * @param page sees to the rows after the id it is given; returns the last of them, null when there were none
     */
    public static void forEach(UnaryOperator<UUID> page) {
        UUID last = BEFORE_ALL;
        while (last != null) {
            UUID after = last;
            last = QuarkusTransaction.requiringNew().call(() -> page.apply(after));
        }
    }

    /**
     * Each row in a transaction of its own, so that what holds one up holds up no other.
     *
     * @param idsAfter the next ids after the one it is given, as many as a page holds; none at the end
     */
    public static void forEachRow(Function<UUID, List<UUID>> idsAfter, Consumer<UUID> row) {
        UUID last = BEFORE_ALL;
        while (last != null) {
            UUID after = last;
            List<UUID> page = QuarkusTransaction.requiringNew().call(() -> idsAfter.apply(after));
            page.forEach(id -> QuarkusTransaction.requiringNew().run(() -> row.accept(id)));
            last = page.isEmpty() ? null : page.get(page.size() - 1);
        }
    }
}
