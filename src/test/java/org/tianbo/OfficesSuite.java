package org.tianbo;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The last third: whatever is in no other, new packages included. */
@Suite
@SelectPackages("org.tianbo")
@ExcludePackages({
    "org.tianbo.cohort",
    "org.tianbo.curriculum",
    "org.tianbo.home",
    "org.tianbo.learning",
    "org.tianbo.practice",
    "org.tianbo.road"
})
@IncludeClassNamePatterns(".*IT")
class OfficesSuite {}
