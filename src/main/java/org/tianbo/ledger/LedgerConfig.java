package org.tianbo.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.ledger")
public interface LedgerConfig {

    /** When each county's ledger is compared with what all features hold, as db-scheduler writes it. */
    @WithDefault("DAILY|04:15|Asia/Shanghai")
    String gathering();

    /** When each county looks for odd things among its attendance and photos, as db-scheduler writes it. */
    @WithDefault("DAILY|04:45|Asia/Shanghai")
    String flags();

    /** How many entries a pack holds at most: it is laid out as a whole, in memory. */
    @WithDefault("3000")
    int packEntries();

    /** How many files of the ledger a replica writes at once; whoever asks meanwhile is asked to wait. */
    @WithDefault("2")
    int exportsAtOnce();
}
