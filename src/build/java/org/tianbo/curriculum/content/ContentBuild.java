package org.tianbo.curriculum.content;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.tianbo.platform.time.Zones;

/**
 * Run by the build: prints every fault of the content folder with its file and line, and fails when there is one; else
 * packs what is to be published, so that a start need not read and check it again, and makes the films.
 */
public final class ContentBuild {

    private ContentBuild() {}

    /** @param arguments the content folder, and the folder of classes that the packed documents go to */
    public static void main(String[] arguments) throws IOException {
        // Drawings are painted for films; a machine that builds may have no screen.
        System.setProperty("java.awt.headless", "true");
        Content content = ContentReader.readAsOf(Path.of(arguments[0]), LocalDate.now(Zones.SHANGHAI));
        Locale locale = Locale.getDefault();
        content.faults().forEach(fault -> System.err.println(fault.in(locale)));
        if (!content.faults().isEmpty()) {
            System.exit(1);
        }
        new PackedContent(Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MILLIS), content.documents())
                .write(Path.of(arguments[1]));
        LessonSources.pack(Path.of(arguments[0]), Path.of(arguments[1]));
        FilmBuild.make(content.documents(), Path.of(arguments[0]), Path.of(arguments[1]));
    }
}
