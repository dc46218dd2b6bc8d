package org.tianbo.learning.page.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.learning.search.LessonSearch;
import org.tianbo.learning.search.SearchResults;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** The lessons that are shipped, searched without a script, and the index that phones keep: both by HTTP. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class LessonSearchIT {

    /** Of the 700 kB that all lessons may cost with it. */
    private static final int MOST_BYTES = 110_000;

    @Inject
    SearchPacks packs;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 直播, /learn/phone-in-hand/first-look-at-a-live, <mark>直播</mark>",
        "zh-CN, tuihuo, /learn/when-things-go-wrong/refund-calmly, <mark>退货</mark>",
        "zh-CN, 怎么定价钱, /learn/price-cost-promise/set-a-fair-price, 没有一字不差",
        "en, haggler, /learn/when-things-go-wrong/the-haggler, <mark>haggler</mark>"
    })
    void withoutAScriptTheServerFindsAndLeadsToTheLesson(String language, String typed, String lesson, String marked) {
        String page = page(language, typed);

        assertThat(page).contains("href=\"" + lesson).contains(marked).contains("value=\"" + typed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everySuggestionFindsSomethingExactly(String language) {
        Locale locale = Locale.forLanguageTag(language);
        LessonSearch search = packs.search(locale);
        SearchView page = SearchView.of("", SearchResults.NONE, "", "", LessonSearchPages.suggestions(locale));

        assertThat(page.suggestions()).hasSizeGreaterThan(5).allSatisfy(word -> {
            assertThat(search.find(word).count()).as(word).isPositive();
            assertThat(search.find(word).loose()).as(word).isFalse();
        });
    }

    @Test
    void whatIsNowhereIsSaidWithWhatElseToTry() {
        assertThat(page("zh-CN", "<飞机场>"))
                .contains("没找到“&lt;飞机场&gt;”")
                .contains("换个说法试试")
                .contains("大家常查的");
        assertThat(page("en", "x".repeat(500))).contains("Nothing found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theIndexIsKeptForEverUnderItsDigestAlone(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String address = packs.address(locale);

        Response index = Tokens.as("trainee1").get(address);
        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.header("Cache-Control")).contains("immutable");
        assertThat(index.jsonPath().getList("lessons")).hasSizeGreaterThanOrEqualTo(62);
        assertThat(packs.bytes(locale)).isLessThan(MOST_BYTES);
        assertThat(page(language, "")).contains("data-pack=\"" + address + "\"");

        Response other = Tokens.as("trainee1").get(address.replaceAll("[0-9a-f]{16}", "0123456789abcdef"));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Tokens.as("mentor1").get(address).statusCode()).isEqualTo(403);
    }

    private static String page(String language, String typed) {
        return Tokens.as("trainee1")
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .queryParam("q", typed)
                .get("/learn/search")
                .asString();
    }
}
