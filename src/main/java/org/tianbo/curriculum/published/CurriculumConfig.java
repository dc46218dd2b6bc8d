package org.tianbo.curriculum.published;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.curriculum")
interface CurriculumConfig {

    /** A content folder to publish at start-up instead of what the build packed. */
    Optional<Path> content();

    /**
     * Edition that becomes current at the start of an application which has it, although newer was published since: to
     * go back to an earlier release. The log of the start that did not publish names it.
     */
    Optional<String> goBackTo();

    /** How long an instance may go on showing what another has already replaced. */
    @WithDefault("PT1M")
    Duration recheck();
}
