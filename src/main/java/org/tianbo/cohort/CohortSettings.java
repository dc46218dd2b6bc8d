package org.tianbo.cohort;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;

/** When a county's office looks after somebody. */
@ApplicationScoped
@Priority(10)
public class CohortSettings implements DeclaredSettings {

    private static final String DAYS = "days";

    private final CountySettings settings;
    private final Setting stalled;

    CohortSettings(CountySettings settings, CohortConfig config) {
        this.settings = settings;
        this.stalled =
                new Setting("cohort.stalled", SettingField.whole(DAYS, SettingUnit.DAYS, 3, 180, config.stalledDays()));
    }

    @Override
    public List<Setting> settings() {
        return List.of(stalled);
    }

    /** After so many days in which nothing was done a trainee is shown to the office as idle. */
    public int stalledDays() {
        return settings.of(stalled).whole(DAYS);
    }
}
