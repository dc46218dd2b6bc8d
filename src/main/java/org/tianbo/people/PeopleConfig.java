package org.tianbo.people;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.people")
public interface PeopleConfig {

    /** Key of the hashes under which identity numbers are recognised again; each county gets its own derived key. */
    String hashKey();

    /** How long Keycloak may take over one answer about an account. */
    @WithDefault("10S")
    Duration accountsPatience();

    /** The largest roster file, in bytes. */
    @WithDefault("2097152")
    int rosterBytes();

    /** The most rows of one roster. */
    @WithDefault("5000")
    int rosterRows();

    /** When readings are compared with the names, as db-scheduler writes it. */
    @WithDefault("DAILY|03:20|Asia/Shanghai")
    String spellingCheck();

    /** When staff made in Keycloak's console are looked for, as db-scheduler writes it. */
    @WithDefault("DAILY|03:40|Asia/Shanghai")
    String staffAdoption();
}
