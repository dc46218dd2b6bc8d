package org.tianbo.learning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.learning")
public interface LearningConfig {

    /**
     * Two different lessons finished within less than this were hardly read; they are flagged for the county's desk.
     */
    @WithDefault("PT20S")
    Duration shortestLesson();

    /** No phone is without network for longer than this; older times come from a clock that is not set. */
    @WithDefault("P400D")
    Duration longestOffline();

    /** When what is derived from phones' records is worked out anew and compared, as db-scheduler writes it. */
    @WithDefault("DAILY|03:00|Asia/Shanghai")
    String progressCheck();

    /** When it is counted how the questions of quizzes did, as db-scheduler writes it. */
    @WithDefault("DAILY|03:10|Asia/Shanghai")
    String figuresCount();

    /** Whoever looks at figures older than this has them counted anew, for whoever looks next. */
    @WithDefault("PT1H")
    Duration figuresKept();
}
