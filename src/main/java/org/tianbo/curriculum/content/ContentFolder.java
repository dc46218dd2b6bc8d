package org.tianbo.curriculum.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tianbo.curriculum.document.Faults;

/** The folder on disk, and how its files are called in messages. */
record ContentFolder(Path root) {

    /** Begins with the folder's own name and has forward slashes, on every system. */
    String name(Path file) {
        Path home = root.toAbsolutePath().normalize();
        String inside =
                home.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return inside.isEmpty() ? home.getFileName().toString() : home.getFileName() + "/" + inside;
    }

    /** By name; what an editor or a file manager hides is not content. Empty when there is no such folder. */
    List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is in a lesson's folder; files that cannot be read are noted. */
    LessonFiles lesson(Path lesson, Faults faults) {
        Set<String> names = new TreeSet<>();
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : children(lesson)) {
            String name = file.getFileName().toString();
            names.add(name);
            if (LessonFiles.isKnown(name)) {
                text(file, faults).ifPresent(text -> texts.put(name, text));
            }
        }
        return new LessonFiles(name(lesson), names, texts);
    }

    /** @return empty after the fault was noted */
    Optional<String> text(Path file, Faults faults) {
        if (!Files.isRegularFile(file)) {
            faults.add(name(file), 1, "缺少这个文件", "this file is missing");
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n"));
        } catch (CharacterCodingException notUtf8) {
            faults.add(name(file), 1, "文件要用 UTF-8 编码保存", "the file is not UTF-8");
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
