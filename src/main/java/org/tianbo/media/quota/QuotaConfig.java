package org.tianbo.media.quota;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What may be kept where nobody has said otherwise; an admin changes it for one person or county at {@code
 * /api/quotas}.
 */
@ConfigMapping(prefix = "tianbo.quota")
interface QuotaConfig {

    Person person();

    CountyWide county();

    /** When what is stored is counted anew and compared with what was counted along, as db-scheduler writes it. */
    @WithDefault("DAILY|03:50|Asia/Shanghai")
    String usageCheck();

    interface Person {

        @WithDefault("2G")
        MemorySize bytes();

        @WithDefault("30000")
        long chunks();

        @WithDefault("50")
        long openAttempts();

        @WithDefault("300")
        long photos();
    }

    interface CountyWide {

        @WithDefault("1T")
        MemorySize bytes();

        @WithDefault("5000000")
        long chunks();

        @WithDefault("50000")
        long openAttempts();

        @WithDefault("200000")
        long photos();
    }
}
