package org.tianbo.learning.progress;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;
import org.tianbo.settings.SettingValues;

/** A county's rule for answering a quiz again; as long as it has none, at once and as often as one likes. */
@ApplicationScoped
@Priority(25)
public class RetakeSettings implements DeclaredSettings {

    private static final String WAIT = "wait";
    private static final String MOST = "most";
    private static final Setting RETAKES = new Setting(
            "learning.retakes",
            SettingField.whole(WAIT, SettingUnit.HOURS, 0, 168, 0),
            SettingField.whole(MOST, SettingUnit.TIMES, 0, 50, 0));

    private final CountySettings settings;

    RetakeSettings(CountySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(RETAKES);
    }

    public RetakeRule rule() {
        SettingValues values = settings.of(RETAKES);
        return new RetakeRule(values.whole(WAIT), values.whole(MOST));
    }
}
