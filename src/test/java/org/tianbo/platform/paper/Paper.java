package org.tianbo.platform.paper;

import java.util.List;

/** A writer outside of the application. */
public final class Paper {

    private Paper() {}

    public static PdfWriter writer() {
        return new PdfWriter(() -> List.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
    }
}
