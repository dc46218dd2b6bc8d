package org.tianbo.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "tianbo.privacy")
public interface PrivacyConfig {

    /**
     * Key under which the keys of people are wrapped and phone numbers sealed; each county's are by one of its own,
     * derived from it.
     */
    String masterKey();

    /**
     * Another key, under which things are still read and nothing is written any more: the one before while the master
     * key is changed.
     */
    Optional<String> secondMasterKey();

    /** When what is kept no longer is removed, as db-scheduler writes it. */
    @WithDefault("DAILY|02:40|Asia/Shanghai")
    String retention();

    /** When what each county holds is counted, as db-scheduler writes it. */
    @WithDefault("DAILY|03:10|Asia/Shanghai")
    String counts();

    /** When phone numbers that are not sealed yet are looked for, as db-scheduler writes it. */
    @WithDefault("DAILY|02:20|Asia/Shanghai")
    String phoneSealing();

    /** When it is looked whether everybody is erased of whom storage says so, as db-scheduler writes it. */
    @WithDefault("DAILY|02:30|Asia/Shanghai")
    String erasureReplay();

    /** How long after a start both are done as well, once no replica of the version before serves any more. */
    @WithDefault("15M")
    Duration catchUpAfterStart();

    /** How long a copy of what is known of somebody can be fetched; then it is removed. */
    @WithDefault("7D")
    Duration copyRetention();
}
