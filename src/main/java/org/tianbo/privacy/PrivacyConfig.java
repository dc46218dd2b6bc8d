package org.tianbo.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.privacy")
public interface PrivacyConfig {

    /** Key under which the keys of people are wrapped, each county's by one of its own derived from it. */
    String masterKey();

    /** When what is kept no longer is removed, as db-scheduler writes it. */
    @WithDefault("DAILY|02:40|Asia/Shanghai")
    String retention();

    /** When what each county holds is counted, as db-scheduler writes it. */
    @WithDefault("DAILY|03:10|Asia/Shanghai")
    String counts();

    /** How long a copy of what is known of somebody can be fetched; then it is removed. */
    @WithDefault("7D")
    Duration copyRetention();
}
