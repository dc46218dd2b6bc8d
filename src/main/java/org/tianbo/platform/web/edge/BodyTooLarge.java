package org.tianbo.platform.web.edge;

import org.tianbo.platform.error.Fault;

/** More bytes than this call takes. */
class BodyTooLarge extends Fault {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super(Kind.TOO_LARGE, "request.too-large", limit / 1024);
        with("limit", limit);
    }
}
