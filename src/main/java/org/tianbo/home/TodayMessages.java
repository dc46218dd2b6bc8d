package org.tianbo.home;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of what waits for the county's office. Texts: {@code messages/today*.properties}. */
@MessageBundle("today")
public interface TodayMessages {

    String title();

    String waits();

    String days(long days);

    String findHint();

    String find();

    String nothing();

    String nothingHint();

    String done();

    String doneHint();

    String nothingDone();

    String since(String day);
}
