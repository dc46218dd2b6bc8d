package org.tianbo.learning.page.search;

import java.util.List;
import org.tianbo.learning.search.SearchResults;

/**
 * The page as it is sent: what was looked for without a script, and what the script needs.
 *
 * @param typed empty where nothing was
 * @param index its address
 * @param size what fetching it costs
 * @param suggestions words that find something
 */
record SearchView(String typed, SearchResults results, String index, String size, List<String> suggestions) {

    private static final int LONGEST = 60;

    /** @param suggestions with a comma between them */
    static SearchView of(String typed, SearchResults results, String index, String size, String suggestions) {
        return new SearchView(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                results,
                index,
                size,
                List.of(suggestions.split(",")));
    }

    public boolean nothing() {
        return results.asked() && results.count() == 0;
    }

    public boolean more() {
        return results.count() > results.found().size();
    }

    public int longest() {
        return LONGEST;
    }
}
