package org.tianbo.platform.web;

import org.tianbo.platform.error.Fault;

/** The request's Host header names an address that is not ours, where our name was to be given. */
public class UnknownHost extends Fault {

    private static final long serialVersionUID = 1L;

    UnknownHost() {
        super(Kind.MALFORMED, "request.host-unknown");
    }
}
