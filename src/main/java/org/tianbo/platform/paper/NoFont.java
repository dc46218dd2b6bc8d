package org.tianbo.platform.paper;

import org.tianbo.platform.error.Fault;

/** This machine has no Chinese font; whoever runs it has to bring one. */
public class NoFont extends Fault {

    private static final long serialVersionUID = 1L;

    NoFont() {
        super(Kind.UNAVAILABLE, "paper.no-font");
    }
}
