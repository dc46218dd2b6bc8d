package org.tianbo.film;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.film")
public interface FilmConfig {

    /** The largest video that is taken: some ten minutes as phones record them. */
    @WithDefault("500M")
    MemorySize largest();

    /** The longest video that is taken. */
    @WithDefault("PT20M")
    Duration longest();

    /** What all videos of one county may take: copies, and what is being sent. */
    @WithDefault("20G")
    MemorySize ofCounty();

    /** How long an upload that nobody goes on with is kept. */
    @WithDefault("P7D")
    Duration unfinishedKept();

    /** When such uploads are deleted, as db-scheduler writes it. */
    @WithDefault("DAILY|03:40|Asia/Shanghai")
    String sweep();

    /** How long the address of a copy plays. */
    @WithDefault("PT6H")
    Duration playable();
}
