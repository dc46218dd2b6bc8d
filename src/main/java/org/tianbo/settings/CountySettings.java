package org.tianbo.settings;

import java.util.List;

/** What the current county has set. */
public interface CountySettings {

    /**
     * The county's own values, else the usual ones. Cheap: asked again within a second, the database is not; so on
     * another replica a change counts a second later.
     */
    SettingValues of(Setting setting);

    /**
     * What counted when, the oldest first, as it is stored this moment; empty where nothing was ever changed. Before
     * the first change the usual values counted.
     */
    List<SettingSince> history(Setting setting);
}
