package org.tianbo.authoring;

import org.tianbo.platform.error.Fault;

/** No zip came with the form. */
final class FolderMissing extends Fault {

    private static final long serialVersionUID = 1L;

    FolderMissing() {
        super(Kind.INVALID, "authoring.zip-missing");
    }
}
