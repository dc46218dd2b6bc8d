package org.tianbo.curriculum.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a new lesson begins with: short, whole, and there to be written over. */
final class ExampleLesson {

    private static final String FOLDER = "content-example/";
    private static final List<String> FILES =
            List.of("lesson.zh.md", "lesson.en.md", "quiz.yaml", "first.svg", "second.svg");

    private ExampleLesson() {}

    static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        for (String file : FILES) {
            files.put(file, read(FOLDER + file));
        }
        return files;
    }

    private static String read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
