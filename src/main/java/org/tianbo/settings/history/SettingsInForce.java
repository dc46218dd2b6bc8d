package org.tianbo.settings.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingChanged;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingValues;

/**
 * What counts now. Each replica reads a county's settings at most once a second, and only while it is asked: other
 * replicas learn of a change that way, and pages that everybody opens all day do not wait for the database.
 */
@ApplicationScoped
class SettingsInForce implements CountySettings {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Nobody changes a setting so often. */
    private static final int ALL = 10_000;

    private final SettingTable table;
    private final CurrentCounty current;
    private final Clock clock;
    private final Map<String, Known> byCounty = new ConcurrentHashMap<>();

    SettingsInForce(SettingTable table, CurrentCounty current, Clock clock) {
        this.table = table;
        this.current = current;
        this.clock = clock;
    }

    /** What a county has set by key, and when that was read. */
    private record Known(Map<String, Map<String, BigDecimal>> values, Instant asOf) {}

    @Override
    public SettingValues of(Setting setting) {
        return setting.completed(known().values().getOrDefault(setting.key(), Map.of()));
    }

    @Override
    public List<SettingSince> history(Setting setting) {
        return table.before(setting.key(), Long.MAX_VALUE, ALL).stream()
                .map(change ->
                        new SettingSince(change.values().map(setting::completed).orElse(setting.usual()), change.at()))
                .sorted(Comparator.comparing(SettingSince::at))
                .toList();
    }

    private Known known() {
        String county = current.id();
        if (county.equals(CurrentCounty.ROOT) || county.equals(CurrentCounty.NONE)) {
            throw new IllegalStateException("Settings are a county's, and none was named");
        }
        Instant now = clock.instant();
        Known known = byCounty.get(county);
        // A clock that was set back must not keep what is old.
        if (known != null && Duration.between(known.asOf(), now).abs().compareTo(FRESH) < 0) {
            return known;
        }
        Known read = new Known(read(), now);
        byCounty.put(county, read);
        return read;
    }

    private Map<String, Map<String, BigDecimal>> read() {
        Map<String, Map<String, BigDecimal>> values = new HashMap<>();
        table.current().forEach(change -> change.values().ifPresent(own -> values.put(change.key(), own)));
        return values;
    }

    /** Here it counts at once. */
    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) SettingChanged changed) {
        byCounty.remove(changed.county());
    }
}
