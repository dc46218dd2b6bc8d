package org.tianbo;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The other half: whatever is not in {@link VillagersSuite}, new packages included. */
@Suite
@SelectPackages("org.tianbo")
@ExcludePackages("org.tianbo.practice")
@IncludeClassNamePatterns(".*IT")
@ExcludeClassNamePatterns(".*EveryPageBrowserIT")
class OfficesSuite {}
