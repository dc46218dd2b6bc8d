package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about what a corrected roster changes. Texts: {@code messages/roster*.properties}. */
@MessageBundle("roster")
public interface RosterMessages {

    String changes(int count, boolean corrected);

    String line(int line);

    String field(String field);

    String before();

    String now();

    String nothing();

    String gender(String gender);

    String confirm();

    String leftAsTheyAre();

    String notTaken();

    String unchangedLines();

    String moreWrong(int count);

    String confirmedBy(String who);
}
