package org.tianbo.privacy.retention;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.tianbo.platform.privacy.KeptFor;
import org.tianbo.platform.privacy.RetentionRule.Rule;
import org.tianbo.platform.time.Zones;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;

/**
 * For how many months a county keeps what has an end. The usual recordings' 36 are the law's three years for lives; for
 * a seller's papers and identity numbers these three years, and for certificates of produce six months, are the least.
 */
@ApplicationScoped
@Priority(5)
public class RetentionSettings implements DeclaredSettings, KeptFor {

    private static final Setting MONTHS = new Setting(
            "privacy.retention",
            SettingField.whole("recordings", SettingUnit.MONTHS, 6, 120, 36),
            SettingField.whole("messages", SettingUnit.MONTHS, 1, 36, 12),
            SettingField.whole("requests", SettingUnit.MONTHS, 1, 24, 3),
            SettingField.whole("looks", SettingUnit.MONTHS, 12, 120, 36),
            SettingField.whole("produce", SettingUnit.MONTHS, 6, 120, 6),
            SettingField.whole("sellers", SettingUnit.MONTHS, 36, 120, 36),
            SettingField.whole("identity", SettingUnit.MONTHS, 36, 120, 36),
            SettingField.whole("unsent", SettingUnit.MONTHS, 1, 12, 3));

    private final CountySettings settings;

    RetentionSettings(CountySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(MONTHS);
    }

    @Override
    public int months(Rule rule) {
        return settings.of(MONTHS).whole(rule.name().toLowerCase(Locale.ROOT));
    }

    /** What is older than this has to go. */
    Instant before(Rule rule, Instant now) {
        return now.atZone(Zones.SHANGHAI).minus(months(rule), ChronoUnit.MONTHS).toInstant();
    }
}
