package org.tianbo.cohort.page.person;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about adding and correcting one person. Texts: {@code messages/person*.properties}. */
@MessageBundle("person")
public interface PersonMessages {

    String title(String name);

    String details();

    String name();

    String phone();

    String village();

    String noVillage();

    String gender();

    String notKnown();

    String category();

    String note();

    String save();

    String kept();

    String edit();

    String erase();

    String gone();

    String earlier();

    String earlierHint();

    String classTitle();

    String moveTo();

    String chooseClass();

    String move();

    String moveHint();

    String leaveHint();

    String toOtherCounty();

    String goneHint();

    String takeBack();

    String history();

    String now();

    String byHand(String who);

    String undo();

    String add();

    String addNow();

    String addHint();

    String alike(int count);

    String another();

    String idNumber();

    String idNumberHint();

    String consent();
}
