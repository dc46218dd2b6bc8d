package org.tianbo.platform.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list that may be long.
 *
 * @param next the key after which the next page begins; empty on the last page
 */
public record Page<T, K>(List<T> rows, Optional<K> next) {

    /**
     * @param found as many rows as a page holds and, where the list goes on, one more
     * @param key by which the list is sorted
     */
    public static <T, K> Page<T, K> of(List<T> found, int size, Function<T, K> key) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        return new Page<>(List.copyOf(found.subList(0, size)), Optional.of(key.apply(found.get(size - 1))));
    }
}
