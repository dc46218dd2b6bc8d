package org.tianbo.platform.data;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Goes through many rows in bounded memory: by their ids, a page in a transaction of its own. */
public final class KeysetPages {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private KeysetPages() {}

    /** @param page sees to the rows after the id it is given; returns the last of them, null when there were none */
    public static void forEach(UnaryOperator<UUID> page) {
        UUID last = BEFORE_ALL;
        while (last != null) {
            UUID after = last;
            last = QuarkusTransaction.requiringNew().call(() -> page.apply(after));
        }
    }
}
