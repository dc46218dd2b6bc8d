package org.tianbo.platform.readiness;

import java.util.Optional;

/** The configuration as the rules see it; a value that is blank is absent. */
@FunctionalInterface
interface Settings {

    Optional<String> value(String key);

    default boolean isTrue(String key) {
        return value(key).filter(Boolean::parseBoolean).isPresent();
    }
}
