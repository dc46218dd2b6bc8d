package org.tianbo.platform.time;

import java.time.ZoneId;

/** Where days begin and end. */
public final class Zones {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Zones() {}
}
