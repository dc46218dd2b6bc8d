package org.tianbo.platform.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.jobs")
interface JobsConfig {

    /** Whether this replica does the work or only hands it in (a web replica beside workers). */
    @WithDefault("true")
    boolean enabled();

    /** At once; a video takes a core and a half. */
    @WithDefault("2")
    int threads();

    @WithDefault("1s")
    Duration polling();

    /** How often a worker says it lives; after four silent ones another takes its work over. */
    @WithDefault("10s")
    Duration heartbeat();

    /** The first wait after a failure; it doubles each time. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("6")
    int tries();
}
