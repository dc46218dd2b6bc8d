package org.tianbo.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tianbo.curriculum.checks.Phrase;
import org.tianbo.curriculum.document.DocumentKind;

/**
 * The published lists of words against what villagers say: what is found, by which entry, and what is left alone by
 * all.
 */
class WordsToAvoidTest {

    private static final List<JsonNode> ENTRIES = ContentReader.read(Path.of("content")).documents().stream()
            .filter(document -> document.kind() == DocumentKind.WORDS)
            .flatMap(document ->
                    StreamSupport.stream(document.body().get("words").spliterator(), false))
            .toList();

    @ParameterizedTest
    @CsvFileSource(resources = "/fixtures/words-to-avoid.csv", delimiter = '|')
    void isFoundByItsEntryOrLeftAlone(String text, String entry) {
        List<String> found = new ArrayList<>();
        ENTRIES.stream()
                .filter(one -> Phrase.of(one, "zh")
                        .filter(phrase -> !phrase.in(text).isEmpty())
                        .isPresent())
                .forEach(one -> found.add(one.get("id").asText()));

        if (entry == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).contains(entry);
        }
    }
}
