package org.tianbo.people;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "tianbo.people")
interface PeopleConfig {

    /** Key of the hashes under which identity numbers are recognised again; each county gets its own derived key. */
    String hashKey();
}
