package org.tianbo.store;

/** Where a store sells. */
public enum Platform {
    DOUYIN,
    KUAISHOU,
    JD,
    TAOBAO,
    PINDUODUO
}
