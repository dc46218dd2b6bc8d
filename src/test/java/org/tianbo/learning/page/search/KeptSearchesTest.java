package org.tianbo.learning.page.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tianbo.learning.search.LessonSearch;
import org.tianbo.learning.search.SearchIndex;

class KeptSearchesTest {

    private static final int EDITIONS = 9;
    private static final SearchIndex INDEX =
            new SearchIndex("zh", List.of(new SearchIndex.Word("直播", "当场说话", "/learn/a/b")), List.of(), Map.of());

    private record Edition(String name) {}

    @Test
    void ofManyCountiesInTurnEachIsBuiltOnce() {
        KeptSearches searches = new KeptSearches();
        AtomicInteger built = new AtomicInteger();

        for (int asked = 0; asked < 2 * EDITIONS; asked++) {
            String edition = "edition-" + asked % EDITIONS;
            searches.of(() -> edition, Edition::new, () -> {
                built.incrementAndGet();
                return new LessonSearch(INDEX);
            });
        }

        assertThat(built).hasValue(EDITIONS);
        assertThat(new LessonSearch(INDEX).characters()).isEqualTo("直播当场说话".length());
    }
}
