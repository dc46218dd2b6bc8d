package org.tianbo.media;

import org.tianbo.platform.error.Fault;

/** The disk has no room left besides its reserve. Whoever sent the bytes keeps them and tries again later. */
public class OutOfSpace extends Fault {

    private static final long serialVersionUID = 1L;

    public OutOfSpace() {
        super(Kind.NO_ROOM, "media.no-room");
    }
}
