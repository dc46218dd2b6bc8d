package org.tianbo.practice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.practice")
interface PracticeConfig {

    /** How long a link to a recording plays: longer than the longest rehearsal with its pauses. */
    @WithDefault("2H")
    Duration linksValid();

    /** How long what the phone sent is kept beside the recording that was made of it, in case it must be made again. */
    @WithDefault("7d")
    Duration chunksKept();
}
