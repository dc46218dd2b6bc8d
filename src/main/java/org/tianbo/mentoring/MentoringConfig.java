package org.tianbo.mentoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.mentoring")
public interface MentoringConfig {

    /** How long a claimed review stays with its mentor after the last sign of work. */
    @WithDefault("2h")
    Duration lease();

    /** How long a trainee waits at most, in whole hours, where a county has not set its own. */
    @WithDefault("72h")
    Duration due();

    /**
     * How long a published review can be taken back; only then it goes out to the trainee. Zero sends it out at once.
     */
    @WithDefault("60s")
    Duration undoWindow();

    /** How often the office is notified of what became overdue. */
    @WithDefault("FIXED_DELAY|300s")
    String overdueRounds();
}
