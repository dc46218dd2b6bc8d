package org.tianbo.testsupport.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;

/**
 * With {@code -Dtianbo.test.pictures=<folder>} the browser tests leave a picture of each page there, for whoever wants
 * to look.
 */
public final class Pictures {

    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("tianbo.test.pictures")).map(Path::of);

    private Pictures() {}

    static boolean wanted() {
        return FOLDER.isPresent();
    }

    /** @param name of words; all else in it becomes an underscore */
    public static void take(Page page, String name) {
        FOLDER.ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(folder.resolve(name.replaceAll("[^a-zA-Z0-9-]+", "_") + ".png"))));
    }
}
