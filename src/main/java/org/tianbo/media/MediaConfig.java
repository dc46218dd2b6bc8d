package org.tianbo.media;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.media")
interface MediaConfig {

    /** Where objects lie; every replica sees the same folder. */
    Path folder();

    /** Free space that is never used up: the database and the log live on the same disk more often than not. */
    @WithDefault("1G")
    MemorySize reserve();

    /** Key of the signatures on links; the same on every replica. */
    String linkKey();

    /** An ffmpeg of the system's instead of the one brought along; ffprobe is looked for beside it. */
    Optional<Path> ffmpeg();

    /** How long one run of ffmpeg may take before it counts as stuck. */
    @WithDefault("45M")
    Duration ffmpegTimeout();
}
