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
     * @param rows as many rows as a page holds and, where the list goes on, one more
     * @param key by which the list is sorted
     */
    public static <T, K> Page<T, K> of(List<T> rows, int size, Function<T, K> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, Optional.empty());
        }
        return new Page<>(List.copyOf(rows.subList(0, size)), Optional.of(key.apply(rows.get(size - 1))));
    }
}
