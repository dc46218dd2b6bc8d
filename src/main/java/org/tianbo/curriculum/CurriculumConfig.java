package org.tianbo.curriculum;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.curriculum")
interface CurriculumConfig {

    /** Folder published at start-up; set to nothing, this instance only reads what others published. */
    @WithDefault("content")
    Optional<Path> content();

    /** How long an instance may go on showing what another has already replaced. */
    @WithDefault("PT1M")
    Duration recheck();
}
