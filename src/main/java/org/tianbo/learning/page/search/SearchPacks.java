package org.tianbo.learning.page.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Locale;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.learning.search.LessonSearch;
import org.tianbo.learning.search.SearchIndexes;
import org.tianbo.platform.web.assets.PreparedPage;
import org.tianbo.platform.web.assets.PreparedPages;

/**
 * The index of each language, written and compressed once for each edition of the content and named by its digest, and
 * the search of those who have no script.
 */
@ApplicationScoped
public class SearchPacks {

    private static final int DIGEST = 16;

    /** @param purpose other things are prepared by edition and language too */
    private record PackKey(String purpose, String edition, String language) {

        static PackKey of(String edition, Locale locale) {
            return new PackKey("search", edition, locale.getLanguage());
        }
    }

    private final Curriculum curriculum;
    private final SearchIndexes indexes;
    private final PreparedPages pages;
    private final ObjectMapper json;

    private final KeptSearches searches = new KeptSearches();

    SearchPacks(Curriculum curriculum, SearchIndexes indexes, PreparedPages pages, ObjectMapper json) {
        this.curriculum = curriculum;
        this.indexes = indexes;
        this.pages = pages;
        this.json = json;
    }

    /** @param digest 16 hexadecimal digits that change with every byte of it */
    record Pack(String digest, PreparedPage page) {}

    Pack in(Locale locale) {
        PreparedPage page =
                pages.ofEdition(curriculum::edition, edition -> PackKey.of(edition, locale), () -> written(locale));
        return new Pack(page.tag(Collections.emptySortedMap()).substring(0, DIGEST), page);
    }

    /** Where a phone finds the index of its language. */
    String address(Locale locale) {
        return LessonSearchPages.PATH + "/" + locale.getLanguage() + "-"
                + in(locale).digest() + ".json";
    }

    /** What fetching the index costs, compressed. */
    public int bytes(Locale locale) {
        return in(locale).page().compressedSize();
    }

    LessonSearch search(Locale locale) {
        return searches.of(
                curriculum::edition,
                edition -> PackKey.of(edition, locale),
                () -> new LessonSearch(indexes.of(locale)));
    }

    private String written(Locale locale) {
        try {
            return json.writeValueAsString(indexes.of(locale));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
