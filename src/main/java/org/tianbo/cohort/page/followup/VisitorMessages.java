package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of a visitor’s phone. Texts: {@code messages/visitor*.properties}. */
@MessageBundle("visitor")
public interface VisitorMessages {

    String title();

    String count(int count);

    String none();

    String open();

    String photoHint();

    String consent();

    String leave();

    String unsent();

    String photos();

    String refused();

    String kept();

    String sent();

    String looking();

    String found();

    String notFound();

    String storeMissing();

    String whyMissing();

    String incomeIncomplete();

    String noRoom();

    String did();
}
