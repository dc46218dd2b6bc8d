package org.tianbo.settings.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.settings.SettingUnit;

/** Texts of the page of settings. Texts: {@code messages/settings*.properties}. */
@MessageBundle("settings")
public interface SettingsMessages {

    String title();

    String lead();

    /** Behind a number. */
    String unit(SettingUnit unit);

    String asUsual();

    String changedOn(String day, String by, String reason);

    String putBackOn(String day, String by, String reason);

    /** For what was set before it was recorded who did and why. */
    String changedBefore(String day);

    String change();

    String look();

    /** The unit follows. */
    String range(String lowest, String highest, String usual);

    String past();

    String reason();

    String reasonHint();

    String save();

    String putBack();

    String history();

    String noHistory();

    String usualAgain();

    String before();

    /** For what is 1 or 0. */
    String yesOrNo(String value);
}
