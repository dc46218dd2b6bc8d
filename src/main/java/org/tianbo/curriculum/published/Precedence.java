package org.tianbo.curriculum.published;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether the content of an application that starts goes before what is current. During a rollout older ones may start
 * again, and must not take back what a newer one published.
 *
 * @param wasCurrent whether the very same content was current once
 * @param newestPackedAt when the newest packed content so far was packed; empty when none was published
 */
record Precedence(boolean wasCurrent, Optional<Instant> newestPackedAt) {

    /**
     * @param packedAt of the content that starts; empty for a folder, whose files say nothing certain about their age
     */
    boolean isOf(Optional<Instant> packedAt) {
        return packedAt.map(this::isNewest).orElse(!wasCurrent);
    }

    private boolean isNewest(Instant packedAt) {
        return newestPackedAt.map(packedAt::isAfter).orElse(true);
    }
}
