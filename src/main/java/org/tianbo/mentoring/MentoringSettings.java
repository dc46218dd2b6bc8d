package org.tianbo.mentoring;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;

/** What a county promises its trainees about reviews. */
@ApplicationScoped
@Priority(40)
public class MentoringSettings implements DeclaredSettings {

    private static final String HOURS = "hours";

    private final CountySettings settings;
    private final Setting due;

    MentoringSettings(CountySettings settings, MentoringConfig config) {
        this.settings = settings;
        this.due = new Setting(
                "mentoring.due",
                SettingField.whole(
                        HOURS, SettingUnit.HOURS, 4, 336, config.due().toHours()));
    }

    @Override
    public List<Setting> settings() {
        return List.of(due);
    }

    /** How long a trainee waits for a review at most. */
    public Duration due() {
        return settings.of(due).hours(HOURS);
    }
}
