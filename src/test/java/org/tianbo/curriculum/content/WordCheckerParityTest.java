package org.tianbo.curriculum.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.curriculum.checks.Phrase;
import org.tianbo.curriculum.document.DocumentKind;
import org.tianbo.testsupport.program.Node;

/** A phone without a network finds what the server finds: every published phrase, in every text of its own tests. */
class WordCheckerParityTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCRIPT =
            """
            import { readFileSync } from 'node:fs';
            const { WordChecker } = await import('%s');
            for (const { text, phrase, spans } of JSON.parse(readFileSync('%s', 'utf8'))) {
                const flags = new WordChecker([phrase]).flags(text);
                const found = flags.map(({ from, to }) => `${from}-${to}`).sort().join(' ');
                if (found !== spans) {
                    console.log(`${phrase.id}: ${text}: ${found}, not ${spans}`);
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void everyPhraseIsFoundWhereTheServerFindsIt() throws IOException, InterruptedException {
        ArrayNode cases = JSON.createArrayNode();
        ContentReader.read(Path.of("content")).documents().stream()
                .filter(document -> document.kind() == DocumentKind.WORDS)
                .flatMap(document -> stream(document.body().get("words")))
                .forEach(entry -> Stream.of("hits", "passes")
                        .flatMap(kind -> stream(entry.at("/tests/" + kind)))
                        .forEach(text -> cases.add(inBoth(entry, text.asText()))));
        Path file = Files.writeString(folder.resolve("cases.json"), cases.toString());
        Path module = Path.of("src/main/web/js/practice/plan/word-checker.js").toAbsolutePath();

        Node.Run run = Node.run(
                List.of("--input-type=module", "--no-warnings", "--eval", SCRIPT.formatted(module.toUri(), file)));

        assertThat(cases.size()).isGreaterThan(300);
        assertThat(run.output()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private static ObjectNode inBoth(JsonNode entry, String text) {
        List<String> spans = Stream.of("zh", "en")
                .flatMap(language -> Phrase.of(entry, language).stream())
                .flatMap(phrase -> phrase.in(text).stream())
                .map(span -> span.from() + "-" + span.to())
                .sorted()
                .toList();
        return JSON.createObjectNode()
                .put("text", text)
                .put("spans", String.join(" ", spans))
                .set("phrase", entry);
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
