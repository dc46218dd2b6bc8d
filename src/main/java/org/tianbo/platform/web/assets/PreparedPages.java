package org.tianbo.platform.web.assets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Pages rendered once for all readers who are shown the same, but for their id and name. What a page is kept under says
 * all that it shows, so that none is ever out of date; those asked for least give way.
 */
@ApplicationScoped
public class PreparedPages {

    private static final int MOST_BYTES = 24 * 1024 * 1024;

    private final Cache<Record, PreparedPage> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Record shown, PreparedPage page) -> page.size())
            .build();

    /**
     * The page, rendered now if it is not at hand.
     *
     * @param shown all that the page depends on, compared by value
     * @param placeholders of what is the reader's own
     * @param rendering with the placeholders in their places
     */
    public PreparedPage of(Record shown, List<String> placeholders, Supplier<String> rendering) {
        return pages.get(shown, missing -> PreparedPage.of(rendering.get(), placeholders));
    }

    /**
     * What is made of the published content and is the same for all readers.
     *
     * @param shown all that it depends on, by the edition
     */
    public PreparedPage ofEdition(
            Supplier<String> edition, Function<String, Record> shown, Supplier<String> rendering) {
        return ofEdition(edition, shown, List.of(), rendering);
    }

    /**
     * What is made of the published content, and is the same for all readers but for what is their own.
     *
     * @param shown all that it depends on, by the edition
     * @param placeholders as with {@link #of}
     */
    public PreparedPage ofEdition(
            Supplier<String> edition,
            Function<String, Record> shown,
            List<String> placeholders,
            Supplier<String> rendering) {
        return ByEdition.get(pages, edition, shown, () -> PreparedPage.of(rendering.get(), placeholders));
    }
}
