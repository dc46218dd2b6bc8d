package org.tianbo.platform.jobs;

import java.util.List;

/** Which counties there are; answered by the feature that registers them. */
public interface CountyIds {

    /** Of every county, in order. */
    List<String> ids();
}
