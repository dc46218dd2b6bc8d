package org.tianbo.settings.page;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.DeclaredSettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;
import org.tianbo.settings.SettingUnit;

/** In which languages a county's pages are offered to whoever is signed in. Chinese always is. */
@Named("countyLanguages")
@ApplicationScoped
@Priority(5)
public class CountyLanguages implements DeclaredSettings {

    private static final String ENGLISH = "english";

    private static final Setting LANGUAGES =
            new Setting("county.languages", SettingField.whole(ENGLISH, SettingUnit.SWITCH, 0, 1, 1));

    private final CountySettings settings;
    private final CurrentCounty county;

    CountyLanguages(CountySettings settings, CurrentCounty county) {
        this.settings = settings;
        this.county = county;
    }

    @Override
    public List<Setting> settings() {
        return List.of(LANGUAGES);
    }

    /** Also for the operator, where nobody is signed in, and on a page about a fault that no thread may wait for. */
    public boolean isEnglish() {
        // Asked first: on such a thread nobody may even ask who is signed in.
        return !BlockingOperationControl.isBlockingAllowed()
                || isOfNone(county.id())
                || settings.of(LANGUAGES).whole(ENGLISH) == 1;
    }

    private static boolean isOfNone(String county) {
        return county.equals(CurrentCounty.ROOT) || county.equals(CurrentCounty.NONE);
    }
}
