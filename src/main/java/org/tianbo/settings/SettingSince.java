package org.tianbo.settings;

import java.time.Instant;

/** What counted from a time on. */
public record SettingSince(SettingValues values, Instant at) {}
