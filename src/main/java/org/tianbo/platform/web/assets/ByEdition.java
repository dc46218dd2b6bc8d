package org.tianbo.platform.web.assets;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps what is made of published content under the edition that it was made of. */
public final class ByEdition {

    private ByEdition() {}

    /**
     * What was made while one edition was current from beginning to end. What was not is made once more and never kept:
     * its edition may become current again, as when a lesson is withdrawn and published again.
     *
     * @param edition the current one, asked before and after
     * @param key of what is kept under that edition
     */
    public static <V> V get(
            Cache<Record, V> kept, Supplier<String> edition, Function<String, Record> key, Supplier<V> made) {
        V found = null;
        while (found == null) {
            String before = edition.get();
            found = kept.get(key.apply(before), missing -> {
                V fresh = made.get();
                return before.equals(edition.get()) ? fresh : null;
            });
        }
        return found;
    }
}
