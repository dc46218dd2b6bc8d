package org.tianbo.settings;

import java.time.Instant;

/** An officer changed a setting of their county; published within the transaction. */
public record SettingChanged(String county, String key, Instant at) {}
