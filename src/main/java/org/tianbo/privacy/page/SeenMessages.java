package org.tianbo.privacy.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.platform.privacy.PersonalLooks;

/** Texts about who looked at whom. Texts: {@code messages/seen*.properties}. */
@MessageBundle("seen")
public interface SeenMessages {

    String title();

    String lead();

    String what(PersonalLooks.What what);

    String day();

    String who();

    String looked();

    String people();

    String times();

    String last();

    String person();

    String none();

    String earlier(String month);

    String later(String month);

    String back();

    String changed();
}
