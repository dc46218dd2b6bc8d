package org.tianbo.curriculum.lesson;

import java.util.Optional;
import org.tianbo.curriculum.document.Faults;
import org.tianbo.curriculum.document.SourceYaml;

/**
 * Markdown under its front matter.
 *
 * @param markdown the rest, with an empty line in place of each line of front matter, so that line numbers stay the
 *     file's own
 */
public record MarkdownFile(SourceYaml frontMatter, String markdown) {

    private static final String FENCE = "---\n";

    /** @return empty after the fault was noted */
    public static Optional<MarkdownFile> split(String file, String text, Faults faults) {
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            faults.add(
                    file,
                    1,
                    "文件开头要有两行 --- 夹着的信息（标题等）",
                    "the file should begin with front matter between two lines of ---");
            return Optional.empty();
        }
        // The first fence becomes an empty line, for the same reason.
        String front = "\n" + text.substring(FENCE.length(), end + 1);
        int lines = (int) front.lines().count() + 1;
        String markdown = "\n".repeat(lines) + text.substring(end + 1 + FENCE.length());
        return SourceYaml.parse(file, front, faults).map(yaml -> new MarkdownFile(yaml, markdown));
    }
}
