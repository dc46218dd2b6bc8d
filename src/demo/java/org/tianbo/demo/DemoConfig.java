package org.tianbo.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.demo-road")
interface DemoConfig {

    /** Whether one trainee walks the road as far as a steady income, so that its end can be looked at. */
    @WithDefault("false")
    boolean walk();
}
