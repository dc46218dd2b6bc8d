package org.tianbo.media.storage;

import org.tianbo.platform.error.Fault;

/** The bytes that arrived are not the bytes that were announced; none of them were kept. */
public class DigestMismatch extends Fault {

    private static final long serialVersionUID = 1L;

    public DigestMismatch() {
        super(Kind.INVALID, "media.digest-mismatch");
    }
}
