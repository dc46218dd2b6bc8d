package org.tianbo.media;

import org.tianbo.platform.error.Fault;

/** The disk is as full as it may get. Whoever sent the bytes keeps them and comes again later. */
public class OutOfSpace extends Fault {

    private static final long serialVersionUID = 1L;

    public OutOfSpace() {
        super(Kind.NO_ROOM, "media.no-room");
    }
}
