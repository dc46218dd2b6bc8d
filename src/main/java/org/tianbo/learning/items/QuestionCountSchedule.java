package org.tianbo.learning.items;

import jakarta.inject.Singleton;
import org.tianbo.learning.LearningConfig;
import org.tianbo.platform.jobs.CountyIds;
import org.tianbo.platform.jobs.CountySchedule;
import org.tianbo.platform.jobs.Jobs;

/** Each night counts how the questions of quizzes did. */
@Singleton
class QuestionCountSchedule extends CountySchedule {

    QuestionCountSchedule(LearningConfig config, CountyIds counties, Jobs jobs) {
        super("learning.question-count-round", config.figuresCount(), QuestionCount.NAME, counties, jobs);
    }
}
