package org.tianbo.learning.page.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tianbo.learning.search.LessonSearch;
import org.tianbo.platform.web.assets.ByEdition;

/** Searches of the editions asked for last: a county with lessons of its own has its own. */
final class KeptSearches {

    /** Of the heap. */
    private static final int SHARE = 16;

    /** Each character twice, as it is written and as it is compared, and its part of what holds a sentence together. */
    private static final int BYTES_PER_CHARACTER = 12;

    private final Cache<Record, LessonSearch> byEdition = Caffeine.newBuilder()
            .maximumWeight(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax() / SHARE / BYTES_PER_CHARACTER)
            .weigher((Record edition, LessonSearch search) -> search.characters())
            .build();

    LessonSearch of(Supplier<String> edition, Function<String, Record> key, Supplier<LessonSearch> built) {
        return ByEdition.get(byEdition, edition, key, built);
    }
}
