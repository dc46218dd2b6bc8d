package org.tianbo.cohort;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.cohort")
interface CohortConfig {

    /** After so many days without a step a trainee is shown to the office as standing still. */
    @WithDefault("14")
    int stalledDays();
}
