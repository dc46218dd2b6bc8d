package org.tianbo.curriculum.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tianbo.curriculum.document.ContentFault;
import org.tianbo.curriculum.document.Document;
import org.tianbo.curriculum.document.DocumentKind;

/** A small sound content folder that a test may break in one place. */
public final class ContentOnDisk {

    private static final Path SOUND = Path.of("src/test/resources/content/sound");
    public static final String LESSON = "courses/01-selling/01-hello/";

    private final Path root;

    public ContentOnDisk(Path folder) {
        this.root = folder.resolve("content");
        try (Stream<Path> files = Files.walk(SOUND)) {
            for (Path file : files.toList()) {
                Files.copy(file, root.resolve(SOUND.relativize(file).toString()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Replaces the first occurrence; a test that replaces nothing tests nothing. */
    public ContentOnDisk with(String file, String old, String anew) {
        Path path = root.resolve(file);
        try {
            String text = Files.readString(path);
            int at = text.indexOf(old);
            if (at < 0) {
                throw new AssertionError(file + " does not hold: " + old);
            }
            return write(file, text.substring(0, at) + anew + text.substring(at + old.length()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public ContentOnDisk write(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    ContentOnDisk without(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return this;
    }

    Content read() {
        return ContentReader.read(root);
    }

    public List<String> faults() {
        return read().faults().stream().map(ContentFault::toString).toList();
    }

    public Document document(DocumentKind kind, String slug) {
        return read().documents().stream()
                .filter(document -> document.kind() == kind && document.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
