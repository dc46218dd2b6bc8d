package org.tianbo.attendance.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about how a session was held. Texts: {@code messages/held*.properties}. */
@MessageBundle("held")
public interface HeldMessages {

    String title();

    String none();

    String from(String from, String to, long minutes);

    String by(String name, String time);

    String earlier(String from, String to, String name, String time);

    String confirm();

    String minutes(long minutes);

    String unconfirmed();

    String again();

    String lead(String teacher);

    String began();

    String ended();

    String confirmNow();
}
