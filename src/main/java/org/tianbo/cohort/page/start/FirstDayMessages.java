package org.tianbo.cohort.page.start;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.page.start.FirstDayStep.Kind;

/** Texts of a county's first day. Texts: {@code messages/firstday*.properties}. */
@MessageBundle("firstday")
public interface FirstDayMessages {

    String title();

    String lead();

    String allDone();

    String doneOf(long done, int steps);

    String isDone();

    String go();

    String notYet();

    String toSteps();

    String name(Kind kind);

    String count(Kind kind, int count);

    String countOf(Kind kind, int count, int all);

    String how(Kind kind);
}
