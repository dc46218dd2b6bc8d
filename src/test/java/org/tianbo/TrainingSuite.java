package org.tianbo;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Another third: what is learned, planned and looked back at, and classes. */
@Suite
@SelectPackages({
    "org.tianbo.cohort",
    "org.tianbo.curriculum",
    "org.tianbo.home",
    "org.tianbo.learning",
    "org.tianbo.practice"
})
@ExcludePackages({
    "org.tianbo.practice.attempt",
    "org.tianbo.practice.hls",
    "org.tianbo.practice.lifecycle",
    "org.tianbo.practice.live",
    "org.tianbo.practice.push",
    "org.tianbo.practice.recording",
    "org.tianbo.practice.upload"
})
@IncludeClassNamePatterns(".*IT")
class TrainingSuite {}
