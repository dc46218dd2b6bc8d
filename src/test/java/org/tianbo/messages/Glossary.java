package org.tianbo.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * One word for one thing on the screen. Its own words stand in {@code glossary.yaml} beside this class; the Chinese
 * avoids what {@code content/glossary.yaml} avoids.
 */
record Glossary(List<Pair> pairs, List<Never> chinese, List<Never> english) {

    private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}|\\[\\w+]");

    /** Where the Chinese says {@code zh}, the English says {@code en}. */
    private record Pair(String zh, String en, Pattern found) {}

    private record Never(String word, String say, Pattern found) {

        /** A Latin word stands alone; in small letters it is English and may have an ending. */
        static Never of(String word, String say) {
            boolean latin = word.chars().allMatch(letter -> letter < 128);
            boolean small = word.equals(word.toLowerCase(Locale.ROOT));
            String ending = small ? "(?i:s|d|ed|ing)?" : "";
            return new Never(
                    word,
                    say,
                    latin
                            ? Pattern.compile(
                                    "(?<![A-Za-z])" + (small ? "(?i:" + word + ")" : word) + ending + "(?![A-Za-z])")
                            : Pattern.compile(word, Pattern.LITERAL));
        }
    }

    static Glossary read(Path content) {
        try (InputStream own = Glossary.class.getResourceAsStream("glossary.yaml")) {
            return of(new Yaml().load(own), new Yaml().load(Files.readString(content.resolve("glossary.yaml"))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Glossary of(Map<String, Object> own, Map<String, Object> trade) {
        Map<String, Never> chinese = new LinkedHashMap<>();
        Map<String, Never> english = new LinkedHashMap<>();
        for (Map<String, Object> never : list(own, "never")) {
            String word = (String) never.get("word");
            boolean latin = word.chars().allMatch(letter -> letter < 128);
            (latin ? english : chinese).put(word, Never.of(word, (String) never.get("say")));
        }
        for (Map<String, Object> never : list(trade, "never")) {
            String word = (String) never.get("word");
            chinese.putIfAbsent(word, Never.of(word, said(never, "instead")));
        }
        Set<String> terms = new HashSet<>();
        list(trade, "terms").forEach(term -> terms.add(said(term, "term")));
        for (Map<String, Object> term : list(trade, "terms")) {
            for (Object avoided : (List<?>) term.getOrDefault("avoid", List.of())) {
                String word = (String) avoided;
                if (!terms.contains(word)) {
                    chinese.putIfAbsent(word, Never.of(word, said(term, "term")));
                }
            }
        }
        List<Pair> pairs = list(own, "pairs").stream()
                .map(pair -> new Pair(
                        (String) pair.get("zh"),
                        (String) pair.get("en"),
                        Pattern.compile("(?i)\\b(?:" + pair.get("en") + ")")))
                .toList();
        return new Glossary(pairs, List.copyOf(chinese.values()), List.copyOf(english.values()));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> yaml, String name) {
        return (List<Map<String, Object>>) yaml.get(name);
    }

    private static String said(Map<String, Object> entry, String name) {
        return (String) ((Map<?, ?>) entry.get(name)).get("zh");
    }

    /** Where the texts say a thing by another word, a readable line each. */
    List<String> faults(TextPair texts) {
        List<String> faults = new ArrayList<>();
        never(texts.chinese(), chinese, faults);
        never(texts.english(), english, faults);
        for (String key : texts.chinese().keys()) {
            if (texts.english().has(key)) {
                String here = words(texts.chinese(), key);
                String there = words(texts.english(), key);
                pairs.stream()
                        .filter(pair -> here.contains(pair.zh())
                                && !pair.found().matcher(there).find())
                        .forEach(pair -> faults.add(texts.english().name() + ": " + key + " does not say “" + pair.en()
                                + "” for “" + pair.zh() + "”"));
            }
        }
        return faults;
    }

    private static void never(TextFile file, List<Never> words, List<String> faults) {
        for (String key : file.keys()) {
            String text = words(file, key);
            words.stream()
                    .filter(never -> never.found().matcher(text).find())
                    .forEach(never -> faults.add(
                            file.name() + ": " + key + " says “" + never.word() + "”; say “" + never.say() + "”"));
        }
    }

    private static String words(TextFile file, String key) {
        return FILLED_IN.matcher(file.text(key)).replaceAll(" ");
    }
}
