package org.tianbo.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Chinese punctuation brings its own room along: no blank stands beside it. Where English needs one between two texts,
 * templates write {@code {#space /}}.
 */
class StrayBlanksTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String CLOSING = "[，。：；！？、）”》…]";
    private static final Pattern IN_TEXT = Pattern.compile(CLOSING + " | [，。：；！？、（）“”《》]");
    private static final Pattern AT_END = Pattern.compile(CLOSING + "(\\{/\\w*})?$");

    /** What a template fills in, and what stands behind it and a blank. A button keeps its distance, as a dot does. */
    private static final Pattern MESSAGE = Pattern.compile("\\{(\\w+:\\w+)(?:\\((?:[^(){}]|\\([^()]*\\))*\\))?}"
            + "(?:</(?:a|b|em|span|strong)>)* +(?!\\s|<button|<input|·|$)");

    @Test
    void noBlankStandsBesideChinesePunctuation() {
        Map<String, String> texts = chineseTexts();

        assertThat(texts).hasSizeGreaterThan(1000);
        assertThat(texts.entrySet().stream().flatMap(text -> inText(text.getKey(), text.getValue())))
                .isEmpty();
        assertThat(files("templates", ".html").flatMap(file -> inTemplate(file.toString(), content(file), texts)))
                .isEmpty();
    }

    @Test
    void aBlankInAText() {
        assertThat(inText("a:b", "单位： 个月")).containsExactly("a:b: a blank beside “：”");
        assertThat(inText("a:b", "练好了 （三次）")).containsExactly("a:b: a blank beside “（”");
        assertThat(inText("a:b", "第 3 课：做直播")).isEmpty();
    }

    @Test
    void aBlankBehindATextThatATemplateFillsIn() {
        Map<String, String> texts = Map.of("a:unit", "单位：", "a:kind", "{#when x}{#is A}满了。{/when}", "a:name", "名字");

        assertThat(inTemplate("t", "<p>{a:unit} {a:name}</p>", texts)).containsExactly("t: a blank behind {a:unit}");
        assertThat(inTemplate("t", "<b>{a:unit(one.of(two), 3)}</b> {three}", texts))
                .containsExactly("t: a blank behind {a:unit}");
        assertThat(inTemplate("t", "{a:kind} <a href='/'>{a:name}</a>", texts))
                .containsExactly("t: a blank behind {a:kind}");
        assertThat(inTemplate("t", "{a:unit}{#space /}{a:name} {three}", texts)).isEmpty();
        assertThat(inTemplate("t", "{a:unit} <button>{a:name}</button>", texts)).isEmpty();
    }

    private static Stream<String> inText(String name, String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(found -> name + ": a blank beside “" + found.group().strip() + "”");
    }

    private static Stream<String> inTemplate(String name, String template, Map<String, String> texts) {
        return MESSAGE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(message ->
                        AT_END.matcher(texts.getOrDefault(message, "")).find())
                .map(message -> name + ": a blank behind {" + message + "}");
    }

    /** By how templates name them. */
    private static Map<String, String> chineseTexts() {
        return files("messages", ".properties")
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .flatMap(file -> {
                    String bundle = file.getFileName().toString().replace(".properties", "");
                    String prefix = file.getParent().endsWith("messages") ? bundle : file.getParent() + "/" + bundle;
                    return TextFile.read(file).texts().entrySet().stream()
                            .map(text -> Map.entry(prefix + ":" + text.getKey(), text.getValue()));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Path> files(String folder, String end) {
        try (Stream<Path> all = Files.walk(RESOURCES.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
