package org.tianbo.media.storage;

import org.tianbo.platform.error.Fault;

/** The object storage cannot be reached or refuses access. Whoever sent bytes keeps them and tries again later. */
public class StorageUnavailable extends Fault {

    private static final long serialVersionUID = 1L;

    private final String why;

    /** @param why for the operator's log */
    public StorageUnavailable(String why) {
        super(Kind.UNAVAILABLE, "media.store-unavailable");
        this.why = why;
    }

    public String why() {
        return why;
    }
}
