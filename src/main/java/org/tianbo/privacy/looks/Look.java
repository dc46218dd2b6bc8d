package org.tianbo.privacy.looks;

import java.time.Instant;
import org.tianbo.platform.privacy.PersonalLooks.What;

/**
 * That somebody looked, on one day.
 *
 * @param viewer their name today
 * @param times how often on that day
 * @param lastAt the last time
 */
public record Look(String viewer, What what, int times, Instant lastAt) {}
