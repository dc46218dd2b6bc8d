package org.tianbo.curriculum.content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.tianbo.curriculum.document.Faults;

/** The shipped lessons as their authors wrote them: what a county changes begins with these texts. */
public final class LessonSources {

    private static final String PLACE = "META-INF/lessons/";
    private static final String ENDING = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<SortedMap<String, String>> TEXTS = new TypeReference<>() {};

    private LessonSources() {}

    /** Puts the texts of every lesson into the application. */
    static void pack(Path content, Path classes) throws IOException {
        Path place = Files.createDirectories(classes.resolve(PLACE));
        ContentFolder folder = new ContentFolder(content);
        for (Path course : folder.children(content.resolve("courses"))) {
            for (Path lesson : folder.children(course)) {
                if (Files.isDirectory(lesson)) {
                    JSON.writeValue(
                            place.resolve(slug(lesson) + ENDING).toFile(),
                            folder.lesson(lesson, new Faults()).texts());
                }
            }
        }
    }

    /** Of the application's own content, by file; empty when it has no such lesson. */
    public static Optional<SortedMap<String, String>> packed(String lesson) {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(PLACE + lesson + ENDING)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, TEXTS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of a content folder, by file. */
    public static Optional<SortedMap<String, String>> in(Path content, String lesson) {
        ContentFolder folder = new ContentFolder(content);
        return folder.children(content.resolve("courses")).stream()
                .flatMap(course -> folder.children(course).stream())
                .filter(Files::isDirectory)
                .filter(one -> slug(one).equals(lesson))
                .findFirst()
                .map(one -> folder.lesson(one, new Faults()).texts());
    }

    /** Behind the number and its hyphen. */
    private static String slug(Path lesson) {
        return lesson.getFileName().toString().substring(3);
    }
}
