package org.tianbo.curriculum.content;

import java.nio.file.Path;
import java.util.Locale;

/** Run by the build: prints every fault of the content folder with its file and line, and fails when there is one. */
public final class ContentCheck {

    private ContentCheck() {}

    /** @param args the folder; {@code content} when not named */
    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "content");
        Content content = ContentReader.read(folder);
        Locale locale = Locale.getDefault();
        content.faults().forEach(fault -> System.err.println(fault.in(locale)));
        if (!content.faults().isEmpty()) {
            System.exit(1);
        }
    }
}
