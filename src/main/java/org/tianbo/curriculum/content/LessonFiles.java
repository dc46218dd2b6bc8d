package org.tianbo.curriculum.content;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.ForbiddenCharacters;

/**
 * The files of a lesson, wherever they are kept.
 *
 * @param folder how it is called in messages, with forward slashes
 * @param names of all files
 * @param texts of those that could be read, by name
 */
public record LessonFiles(String folder, Set<String> names, SortedMap<String, String> texts) {

    private static final Pattern KNOWN = Pattern.compile("lesson\\.(zh|en)\\.md|(quiz|film)\\.yaml|.+\\.svg");

    /** Files that are all readable. */
    public static LessonFiles of(String folder, SortedMap<String, String> texts) {
        return new LessonFiles(folder, texts.keySet(), texts);
    }

    /** Whether a lesson has files of that name. */
    static boolean isKnown(String name) {
        return KNOWN.matcher(name).matches();
    }

    /** How the file is called in messages. */
    String name(String file) {
        return folder + "/" + file;
    }

    /** @return empty after the fault was noted, here or when the file was read */
    Optional<String> text(String file, Faults faults) {
        if (!names.contains(file)) {
            faults.add(name(file), 1, "缺少这个文件", "this file is missing");
        }
        Optional<String> text = Optional.ofNullable(texts.get(file));
        text.map(ForbiddenCharacters::line)
                .filter(line -> line > 0)
                .ifPresent(line -> faults.add(name(file), line, "有不能用的字符", "a character that is not allowed"));
        return text;
    }
}
