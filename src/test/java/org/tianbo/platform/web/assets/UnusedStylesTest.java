package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A style for a class that no page, module or text has goes. */
class UnusedStylesTest {

    /** Neither comments nor addresses and texts in quotes name a class. */
    private static final Pattern NO_SELECTOR = Pattern.compile("(?s)/\\*.*?\\*/|url\\([^)]*\\)|\"[^\"]*\"");

    private static final Pattern CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z][\\w-]*");

    @Test
    void everyClassOfTheStyleSheetsIsOnSomePage() throws IOException {
        Set<String> named = read(
                        List.of("src/main/resources", "src/main/web/js", "src/main/java", "src/main/keycloak"),
                        ".*\\.(html|js|java|ftl|properties)")
                .flatMap(text -> WORD.matcher(text).results().map(word -> word.group()))
                .collect(Collectors.toSet());
        Set<String> unused = read(List.of("src/main/web/css"), ".*\\.css")
                .flatMap(text -> CLASS.matcher(NO_SELECTOR.matcher(text).replaceAll(""))
                        .results()
                        .map(found -> found.group(1)))
                .filter(name -> !named.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("classes with a style that nothing has").isEmpty();
    }

    private static Stream<String> read(List<String> folders, String name) throws IOException {
        Stream<String> texts = Stream.empty();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().matches(name))
                        .toList();
                texts = Stream.concat(texts, found.stream().map(UnusedStylesTest::text));
            }
        }
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
