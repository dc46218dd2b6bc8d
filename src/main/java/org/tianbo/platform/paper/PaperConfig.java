package org.tianbo.platform.paper;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

@ConfigMapping(prefix = "tianbo.paper")
interface PaperConfig {

    /**
     * TrueType fonts with Chinese characters whose licence lets them be put into a PDF, the best first; the first that
     * is there is taken. The usual one is of Debian's fonts-droid-fallback, under the Apache License 2.0.
     */
    @WithDefault("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
    List<String> fonts();
}
