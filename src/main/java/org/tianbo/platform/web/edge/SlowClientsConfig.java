package org.tianbo.platform.web.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.web.slow-clients")
interface SlowClientsConfig {

    /** A client that has not sent the rest of a request is cut off after so long without a byte. */
    @WithDefault("20S")
    Duration silence();

    /** Within how long after its first byte a request's head must be whole, however steadily it comes in. */
    @WithDefault("30S")
    Duration head();

    /**
     * Bytes a second which a body must come in with, on average over each {@link #window}: a phone on 2G brings five
     * times as much.
     */
    @WithDefault("1000")
    int leastBytesPerSecond();

    /** Over how long the average is taken; the first window begins when a body has come in for {@link #silence}. */
    @WithDefault("30S")
    Duration window();

    /** How long a connection may wait for its next request: longer than an ingress keeps one in its pool. */
    @WithDefault("75S")
    Duration betweenRequests();
}
