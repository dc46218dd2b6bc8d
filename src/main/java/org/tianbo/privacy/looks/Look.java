package org.tianbo.privacy.looks;

import java.time.Instant;
import org.tianbo.platform.privacy.PersonalLooks.What;

/**
 * That somebody looked, on one day.
 *
 * @param place the day, who looked, at what
 * @param viewer their name today
 * @param times how often on that day
 * @param lastAt the last time
 */
public record Look(LookPlace place, String viewer, int times, Instant lastAt) {

    public What what() {
        return place.what();
    }
}
