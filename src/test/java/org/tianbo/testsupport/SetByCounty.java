package org.tianbo.testsupport;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tianbo.settings.CountySettings;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingSince;
import org.tianbo.settings.SettingValues;

/**
 * What a county has set, without a database.
 *
 * @param own by a setting's key: {@code field=number,field=number}
 */
public record SetByCounty(Map<String, String> own) implements CountySettings {

    @Override
    public SettingValues of(Setting setting) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (String each : own.getOrDefault(setting.key(), "").split(",")) {
            if (!each.isEmpty()) {
                String[] parts = each.split("=");
                numbers.put(parts[0], new BigDecimal(parts[1]));
            }
        }
        return setting.completed(numbers);
    }

    @Override
    public List<SettingSince> history(Setting setting) {
        return List.of();
    }
}
