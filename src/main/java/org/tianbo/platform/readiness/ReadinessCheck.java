package org.tianbo.platform.readiness;

import java.util.List;

/** What a feature looks at when production starts; every bean of this type is asked. */
public interface ReadinessCheck {

    /** What is unsafe; empty when all is well. */
    List<Finding> findings();

    /**
     * Whether the start waits for the findings. A check that only warns, and asks another server, need not delay it.
     */
    default boolean delaysStart() {
        return true;
    }
}
