package org.tianbo.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.store")
interface StoreConfig {

    /** Key of the hashes under which buyers are recognised again; each county gets its own derived key. */
    String hashKey();

    /** Rows of one order file; a store that sells more in a month exports it in parts. */
    @WithDefault("200000")
    int maxRows();
}
