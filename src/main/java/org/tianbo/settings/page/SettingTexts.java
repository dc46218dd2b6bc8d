package org.tianbo.settings.page;

import java.util.Locale;
import java.util.ResourceBundle;
import org.tianbo.settings.Setting;
import org.tianbo.settings.SettingField;

/**
 * The words of settings, which stand in {@code messages/settings/<feature>*.properties}: {@code title} of the feature;
 * of each setting its {@code <name>}, {@code <name>.what} it is, what a change means for what is {@code <name>.past},
 * and {@code <name>.<field>} of each number.
 */
record SettingTexts(Locale locale) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    String title(String feature) {
        return bundle(feature).getString("title");
    }

    String name(Setting setting) {
        return of(setting, "");
    }

    String what(Setting setting) {
        return of(setting, ".what");
    }

    String past(Setting setting) {
        return of(setting, ".past");
    }

    String field(Setting setting, SettingField field) {
        return of(setting, "." + field.name());
    }

    private String of(Setting setting, String part) {
        return bundle(setting.feature()).getString(setting.name() + part);
    }

    private ResourceBundle bundle(String feature) {
        return ResourceBundle.getBundle("messages/settings/" + feature, locale, NO_FALLBACK);
    }
}
