package org.tianbo.cohort;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.cohort")
interface CohortConfig {

    /** After so many days without a step a trainee is shown to the office as standing still. */
    @WithDefault("14")
    int stalledDays();

    /** When enrolments are compared with the milestones, as db-scheduler writes it. */
    @WithDefault("DAILY|03:30|Asia/Shanghai")
    String enrolmentsCheck();
}
