package org.tianbo.store;

import java.util.Arrays;
import java.util.Locale;

/** Where a store sells. */
public enum Platform {
    DOUYIN,
    KUAISHOU,
    JD,
    TAOBAO,
    PINDUODUO;

    /** By the name addresses use: {@code douyin}, {@code jd}, … */
    public static Platform named(String slug) {
        return Arrays.stream(values())
                .filter(platform -> platform.slug().equals(slug))
                .findFirst()
                .orElseThrow(StoreRefused::platformUnknown);
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
