package org.tianbo.platform.privacy;

/** For how long the county at hand keeps what has an end, so that pages can say it before it is gone. */
public interface KeptFor {

    /** After so many months it is removed. */
    int months(RetentionRule.Rule rule);
}
