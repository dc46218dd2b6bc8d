package org.tianbo.media.storage;

import org.tianbo.platform.error.Fault;

/** More bytes than the caller said it would take. */
class ObjectTooLarge extends Fault {

    private static final long serialVersionUID = 1L;

    ObjectTooLarge(long limit) {
        super(Kind.TOO_LARGE, "media.too-large", limit / 1024);
        with("limit", limit);
    }
}
