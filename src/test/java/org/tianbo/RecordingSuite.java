package org.tianbo;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * One third of the integration tests: what is recorded, sent and watched, and the whole road. The thirds take about as
 * long and run side by side, each in a process with an application and services of its own; one class handed to a
 * process after the other would start them anew each time. Two processors have something to do while a browser waits.
 */
@Suite
@SelectPackages({
    "org.tianbo.practice.attempt",
    "org.tianbo.practice.hls",
    "org.tianbo.practice.lifecycle",
    "org.tianbo.practice.live",
    "org.tianbo.practice.push",
    "org.tianbo.practice.recording",
    "org.tianbo.practice.upload",
    "org.tianbo.road"
})
@IncludeClassNamePatterns(".*IT")
class RecordingSuite {}
