package org.tianbo.settings.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of a setting, as it is stored.
 *
 * @param version counted from 1 for each setting of each county
 * @param values empty when it was put back to what is usual
 * @param reason empty for what was set before reasons were recorded
 * @param by null for what was set before it was recorded who did
 */
public record SettingChange(
        String key, long version, Optional<Map<String, BigDecimal>> values, String reason, UUID by, Instant at) {}
