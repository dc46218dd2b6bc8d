package org.tianbo.store;

import java.time.Instant;

/** A file that was brought, as the desk lists it. */
record ImportView(
        Platform platform,
        Instant at,
        String by,
        int rows,
        int added,
        int changed,
        int held,
        int rejected,
        String digest) {}
