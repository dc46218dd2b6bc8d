package org.tianbo.learning.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code lesson-search.test.js} reads too: a phone finds the same. */
class LessonSearchTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TABLE = table();

    private record Case(String language, String typed, boolean loose, List<List<String>> found) {}

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : TABLE.get("cases")) {
            cases.add(JSON.treeToValue(one, Case.class));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSameAsAPhone(Case one) throws IOException {
        SearchIndex index = JSON.treeToValue(TABLE.get("indexes").get(one.language()), SearchIndex.class);

        SearchResults results = new LessonSearch(index).find(one.typed());

        assertThat(results.found().stream().map(LessonSearchTest::row).toList()).isEqualTo(one.found());
        assertThat(results.loose()).isEqualTo(one.loose());
        assertThat(results.count()).isEqualTo(one.found().size());
    }

    private static List<String> row(SearchResults.Result result) {
        return List.of(
                result.word() ? "word" : "lesson",
                result.at(),
                written(result.title()),
                written(result.place()),
                written(result.says()));
    }

    private static String written(Marked text) {
        return text.parts().stream()
                .map(part -> part.hit() ? "【" + part.text() + "】" : part.text())
                .collect(Collectors.joining());
    }

    private static JsonNode table() {
        try (InputStream table = LessonSearchTest.class.getResourceAsStream("/lesson-search.json")) {
            return JSON.readTree(table);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
