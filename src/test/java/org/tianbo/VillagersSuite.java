package org.tianbo;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * One half of the integration tests: what a villager practises, and the look at every page, so that both halves take as
 * long. They run side by side, each in a process with an application and services of its own; one class handed to a
 * process after the other would start them anew each time.
 */
@Suite
@SelectPackages("org.tianbo.practice")
@SelectClasses(names = "org.tianbo.platform.web.EveryPageBrowserIT")
@IncludeClassNamePatterns(".*IT")
class VillagersSuite {}
