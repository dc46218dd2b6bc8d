package org.tianbo.messages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Texts for people: every message in both languages, asked for somewhere, filled in alike, by the glossary's words.
 * Qute itself refuses a message without Chinese, and a blank that no parameter fills; the rest it takes without a word.
 */
class MessagesTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/messages");
    private static final Path SIGN_IN = Path.of("src/main/keycloak/theme/tianbo/login/messages");
    private static final Pattern ASKED = Pattern.compile("\\b([a-z]\\w*:\\w+)");
    private static final Pattern BUNDLE = Pattern.compile("^@MessageBundle\\b", Pattern.MULTILINE);
    private static final Glossary GLOSSARY = Glossary.read(Path.of("content"));

    @Test
    void pagesSayTheSameInBothLanguages() throws IOException {
        Set<String> used = files(Path.of("src/main/resources"), ".html", ".txt", ".properties").stream()
                .flatMap(text -> ASKED.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        for (Bundle bundle : bundles()) {
            faults.addAll(bundle.faults(used));
            faults.addAll(GLOSSARY.faults(bundle.texts()));
        }
        none(faults);
    }

    @Test
    void faultsSayTheSameInBothLanguages() throws IOException {
        Map<String, TextPair> texts = pairs("faults", Blanks.MESSAGE_FORMAT);
        List<String> faults = new FaultTextUse(files(JAVA, ".java")).faults(texts);
        faults.addAll(faults(texts));
        none(faults);
    }

    /** {@code SettingsIT} holds that each setting has its texts, and each text its setting. */
    @Test
    void settingsSayTheSameInBothLanguages() throws IOException {
        none(faults(pairs("settings", Blanks.QUTE)));
    }

    /** {@code TodayIT} holds that each kind of work has its texts, and each text its kind. */
    @Test
    void whatWaitsSaysTheSameInBothLanguages() throws IOException {
        none(faults(pairs("waiting", Blanks.QUTE)));
    }

    private static Map<String, TextPair> pairs(String folder, Blanks blanks) throws IOException {
        Map<String, TextPair> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(TEXTS.resolve(folder))) {
            files.map(file -> file.getFileName().toString().replaceAll("(_\\w+)?\\.properties$", ""))
                    .forEach(feature -> texts.computeIfAbsent(
                            feature,
                            name -> pair(
                                    TEXTS.resolve(folder), name + ".properties", name + "_en.properties", blanks)));
        }
        return texts;
    }

    private static List<String> faults(Map<String, TextPair> texts) {
        List<String> faults = new ArrayList<>();
        texts.values().forEach(pair -> {
            faults.addAll(pair.faults());
            faults.addAll(pair.outOfOrder());
            faults.addAll(GLOSSARY.faults(pair));
        });
        return faults;
    }

    /**
     * Where a message is given {@code inject:bean.member} itself, Qute makes an accessor of the bean with that member
     * alone, and every {@code inject:bean.other} of all pages is empty. {@code {#let}} before the message avoids it.
     * Within a literal Qute fills no blank: {@code str:concat} does.
     */
    @Test
    void pagesGiveMessagesAndTagsWhatQuteUnderstands() throws IOException {
        Pattern wrong = Pattern.compile("\\{[a-z]\\w*:\\w+\\([^)}]*inject:[^}]*\\}|\\{#[^}']*='[^'{}]*\\{[^']*'");
        none(files(Path.of("src/main/resources/templates"), ".html", ".txt").stream()
                .flatMap(text -> wrong.matcher(text).results())
                .map(found -> found.group())
                .toList());
    }

    @Test
    void textsAreInFiles() throws IOException {
        none(interfaces().stream()
                .flatMap(file -> Bundle.inJava(file.toString(), read(file)).stream())
                .toList());
    }

    /** Keycloak's own pages ask for these, so an unused one is not found. */
    @Test
    void theSignInPageSaysTheSameInBothLanguages() {
        TextPair pair = pair(SIGN_IN, "messages_zh_CN.properties", "messages_en.properties", Blanks.MESSAGE_FORMAT);
        List<String> faults = pair.faults();
        faults.addAll(pair.outOfOrder());
        faults.addAll(GLOSSARY.faults(pair));
        none(faults);
    }

    private static TextPair pair(Path folder, String chinese, String english, Blanks blanks) {
        return new TextPair(TextFile.read(folder.resolve(chinese)), TextFile.read(folder.resolve(english)), blanks);
    }

    private static List<Bundle> bundles() throws IOException {
        List<String> sources = files(JAVA, ".java");
        return interfaces().stream()
                .map(file -> Bundle.of(type(JAVA.relativize(file)), TEXTS, sources))
                .toList();
    }

    private static List<Path> interfaces() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith("Messages.java"))
                    .filter(file -> BUNDLE.matcher(read(file)).find())
                    .toList();
        }
    }

    private static Class<?> type(Path source) {
        String name = source.toString().replaceAll("\\.java$", "").replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, MessagesTest.class.getClassLoader());
        } catch (ClassNotFoundException uncompiled) {
            throw new IllegalStateException(uncompiled);
        }
    }

    /** One line a fault. */
    private static void none(List<String> faults) {
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults\n" + String.join("\n", faults) + "\n");
    }

    private static List<String> files(Path folder, String... endings) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .map(MessagesTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
