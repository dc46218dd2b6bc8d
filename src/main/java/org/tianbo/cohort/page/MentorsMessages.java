package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about who mentors whom. Texts: {@code messages/mentors*.properties}. */
@MessageBundle("mentors")
public interface MentorsMessages {

    String title();

    String usual();

    String mentor();

    String all();

    String here();

    String few();

    String many();

    String nobody();

    String without(int count);

    String allServed();

    String shareOut();

    String shareOutHint();

    String onlyWithout();

    String wholeClass();

    String list();

    String choose();

    String chooseOne();

    String give();

    String chosen();

    String none();

    String take(String mentor, String trainee);

    String given(int count);

    String taken(int count);

    String undone();

    String undo();

    String emptyClass();

    String readOnly();

    String people(int count);
}
