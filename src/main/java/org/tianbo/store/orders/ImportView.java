package org.tianbo.store.orders;

import java.time.Instant;
import org.tianbo.store.Platform;

/** A file that was brought, as the desk lists it. */
public record ImportView(
        Platform platform,
        Instant at,
        String by,
        int rows,
        int added,
        int changed,
        int held,
        int rejected,
        String digest) {}
