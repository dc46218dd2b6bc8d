package org.tianbo.attendance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "tianbo.attendance")
public interface AttendanceConfig {

    /** A second scan within this time is the same coming; after it, it is the going. */
    @WithDefault("10M")
    Duration shortestStay();

    /** A check-out so soon after the check-in is shown to a person. */
    @WithDefault("5M")
    Duration oddlyShort();

    /** How long a code may have been off the screen when its scan reaches us: reading, tapping, a slow network. */
    @WithDefault("80S")
    Duration codeLasts();

    /** How far the clock of a phone without network may be off before a person is asked. */
    @WithDefault("5M")
    Duration clockError();

    /** How long before its begin and after its end a session can be checked in and out of. */
    @WithDefault("1H")
    Duration margin();
}
