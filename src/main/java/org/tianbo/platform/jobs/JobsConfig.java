package org.tianbo.platform.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.jobs")
interface JobsConfig {

    /** Whether this replica does the work or only hands it in (a web replica beside workers). */
    @WithDefault("true")
    boolean enabled();

    /** Pieces of work at once, videos apart. */
    @WithDefault("2")
    int threads();

    /** Videos at once; each takes a core and a half. */
    @WithDefault("2")
    int videoThreads();

    /** Machines of others that are talked to at once. */
    @WithDefault("4")
    int outsideThreads();

    @WithDefault("1s")
    Duration polling();

    /** How often a worker says it lives; after four silent ones another takes its work over. */
    @WithDefault("10s")
    Duration heartbeat();

    /** How long running work may go on when the replica stops; then it is interrupted and has as long again to end. */
    @WithDefault("1500ms")
    Duration stopGrace();

    /** The first wait after a failure; it doubles each time. */
    @WithDefault("5s")
    Duration firstRetry();

    @WithDefault("6")
    int tries();

    /**
     * Tries while the storage is away or full, or the machine too busy, which is nobody's fault: a little more than a
     * day of them.
     */
    @WithDefault("150")
    int triesWhileAway();
}
