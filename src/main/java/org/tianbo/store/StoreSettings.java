package org.tianbo.store;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingUnit;

/** What a county calls a steady income. */
@ApplicationScoped
@Priority(20)
public class StoreSettings implements DeclaredSettings {

    public static final String KEY = "store.steady-income";

    private static final String YUAN = "yuan";

    private final CountySettings settings;
    private final Setting threshold;

    public StoreSettings(CountySettings settings, StoreConfig config) {
        this.settings = settings;
        this.threshold = new Setting(
                KEY,
                new SettingField(
                        YUAN,
                        SettingUnit.YUAN,
                        BigDecimal.ONE,
                        BigDecimal.valueOf(1_000_000),
                        BigDecimal.valueOf(config.incomeThresholdFen(), 2)));
    }

    @Override
    public List<Setting> settings() {
        return List.of(threshold);
    }

    /** What a month must bring to count as income, in fen. */
    public long threshold() {
        return settings.of(threshold).fen(YUAN);
    }

    /** Where the county has never set its own. */
    public long usualThreshold() {
        return threshold.usual().fen(YUAN);
    }

    /** What was asked from which time on, the oldest first; before the first change it was the usual. */
    public List<SettingSince> thresholds() {
        return settings.history(threshold);
    }

    /** In fen. */
    public static long fen(SettingSince since) {
        return since.values().fen(YUAN);
    }
}
