package org.tianbo.interop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.interop")
public interface InteropConfig {

    /** What the secrets that other systems know are derived from, and the passwords sealed that they gave us. */
    @WithDefault("${tianbo.privacy.master-key}")
    String key();

    /** How long to wait after each try that failed; after the last of these one more is made, and then none. */
    @WithDefault("5s,30s,5m,30m,2h,5h,10h,10h")
    List<Duration> pauses();

    /** How long another system may take to answer. */
    @WithDefault("5s")
    Duration patience();

    /** How often what lies ready is looked for, as db-scheduler writes it. */
    @WithDefault("FIXED_DELAY|60s")
    String round();

    /** How long it can be seen what was delivered. */
    @WithDefault("90D")
    Duration deliveryRetention();

    /** How long something waits for a connection that rests; then we give it up. */
    @WithDefault("365D")
    Duration longestWait();

    /** How many statements are numbered in one transaction. */
    @WithDefault("5000")
    int numberedAtOnce();

    /** OneRoster files that are written at once; whoever asks meanwhile is asked to wait. */
    @WithDefault("2")
    int filesAtOnce();

    /** A host that may be reached without TLS though it is on this machine; for tests alone. */
    Optional<String> testHost();
}
