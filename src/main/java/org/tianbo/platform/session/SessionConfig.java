package org.tianbo.platform.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.session")
interface SessionConfig {

    /** How many verified sessions and tokens a replica remembers at most; each takes about 6 kB. */
    @WithDefault("5000")
    int remembered();

    /** How long one is remembered at most; never longer than its token holds. */
    @WithDefault("10M")
    Duration rememberedFor();

    /** When sessions that ran out are deleted, as db-scheduler writes it; {@code -} is never. */
    @WithDefault("DAILY|03:10|Asia/Shanghai")
    String sweep();
}
