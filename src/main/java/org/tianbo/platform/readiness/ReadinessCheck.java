package org.tianbo.platform.readiness;

import java.util.List;

/** What a feature looks at before a production start; every bean of this type is asked. */
@FunctionalInterface
public interface ReadinessCheck {

    /** What is unsafe; empty when all is well. */
    List<Finding> findings();
}
