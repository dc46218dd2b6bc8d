package org.tianbo.people.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the operator's pages. Texts: {@code messages/counties*.properties}. */
@MessageBundle("counties")
public interface CountyMessages {
    String title();

    String lead();

    String none();

    String open();

    String openDo();

    String id();

    String idHint();

    String code();

    String codeHint();

    String nameZh();

    String nameEn();

    String officer();

    String officers();

    String anotherOfficer();

    String villages();

    String noVillages();

    String nobodySignedIn();

    String officersSignedIn(int officers, int in);

    String openedOn(String day);

    String openedNow(String name);

    String thereAlready(String name);

    String toCounty();
}
