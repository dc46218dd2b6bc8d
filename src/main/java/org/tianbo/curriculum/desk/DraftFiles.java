package org.tianbo.curriculum.desk;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a draft as they are kept. */
final class DraftFiles {

    /** Characters of all files together; the longest shipped lesson has an eighth of it. */
    static final int MOST = 200_000;

    private static final int MOST_FILES = 30;

    private static final Pattern NAME =
            Pattern.compile("lesson\\.(zh|en)\\.md|(quiz|film)\\.yaml|[a-z0-9]+(-[a-z0-9]+)*\\.svg");

    private DraftFiles() {}

    /** As they are kept; a fault where they cannot be. */
    static SortedMap<String, String> accepted(SortedMap<String, String> files) {
        strange(files).stream().findFirst().ifPresent(name -> {
            throw DeskRefused.fileName(name);
        });
        SortedMap<String, String> cleaned = cleaned(files);
        if (tooLong(cleaned)) {
            throw DeskRefused.tooLong(MOST);
        }
        return cleaned;
    }

    /** Names that no file of a lesson has. */
    static List<String> strange(SortedMap<String, String> files) {
        return files.keySet().stream()
                .filter(name -> !NAME.matcher(name).matches())
                .toList();
    }

    static boolean tooLong(SortedMap<String, String> files) {
        return files.size() > MOST_FILES
                || files.values().stream().mapToLong(String::length).sum() > MOST;
    }

    /** Lines end as on the disk; PostgreSQL takes no zero character. */
    static SortedMap<String, String> cleaned(SortedMap<String, String> files) {
        SortedMap<String, String> cleaned = new TreeMap<>();
        files.forEach((name, text) -> cleaned.put(
                name, text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\0', '\uFFFD')));
        return cleaned;
    }
}
