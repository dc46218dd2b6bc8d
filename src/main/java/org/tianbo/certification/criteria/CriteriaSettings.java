package org.tianbo.certification.criteria;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;
import org.tianbo.settings.SettingValues;

/** What a county asks for before it certifies. */
@ApplicationScoped
@Priority(30)
public class CriteriaSettings implements DeclaredSettings {

    public static final String KEY = "certification.criteria";

    private static final String REVIEWS = "reviews";
    private static final String SCORE = "score";
    private static final Setting CRITERIA = new Setting(
            KEY,
            SettingField.whole(REVIEWS, SettingUnit.TIMES, 1, 20, CertificationCriteria.USUAL.reviews()),
            SettingField.whole(SCORE, SettingUnit.POINTS, 50, 100, CertificationCriteria.USUAL.score()));

    private final CountySettings settings;

    CriteriaSettings(CountySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(CRITERIA);
    }

    public CertificationCriteria criteria() {
        SettingValues values = settings.of(CRITERIA);
        return new CertificationCriteria(values.whole(REVIEWS), values.whole(SCORE));
    }
}
