package org.tianbo.cohort;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "tianbo.cohort")
public interface CohortConfig {

    /** Days without doing anything after which a trainee is idle, where a county has not set its own. */
    @WithDefault("14")
    int stalledDays();

    /** When enrolments are compared with the milestones, as db-scheduler writes it. */
    @WithDefault("DAILY|03:30|Asia/Shanghai")
    String enrolmentsCheck();

    /** When the enrolments' times of last doing something are compared with what was done. */
    @WithDefault("DAILY|03:45|Asia/Shanghai")
    String activityCheck();

    /** How often what changed is folded into the counts of stages. */
    @WithDefault("FIXED_DELAY|60s")
    String countsFold();

    /** When the counts of stages are compared with the milestones. */
    @WithDefault("DAILY|04:10|Asia/Shanghai")
    String countsCheck();

    /** When incomes are counted that have become due since, and compared with what is recorded. */
    @WithDefault("DAILY|00:20|Asia/Shanghai")
    String incomeRounds();

    /** When the list in which people are found is compared with them. */
    @WithDefault("DAILY|04:00|Asia/Shanghai")
    String listedTraineesCheck();

    /** When those are looked for who went to another county and still have a card. */
    @WithDefault("DAILY|04:20|Asia/Shanghai")
    String departures();

    /** How many lists of people a replica writes to files at once; whoever asks meanwhile is asked to wait. */
    @WithDefault("2")
    int exportsAtOnce();
}
