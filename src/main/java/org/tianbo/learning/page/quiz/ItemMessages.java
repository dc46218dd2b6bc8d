package org.tianbo.learning.page.quiz;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page of questions: {@code {items:title}}. Texts: {@code messages/items*.properties}. */
@MessageBundle("items")
public interface ItemMessages {

    String title();

    String lead(int enough);

    String counted(String time);

    String changed();

    String notYet();

    String course();

    String show();

    String mend(int count);

    String nothingToMend();

    String rightOf(int right, int answers);

    String median(String seconds);

    String misleading();

    String hard();

    String slow();

    String easy();

    String lesson();

    String question();

    String difficulty();

    String discrimination();

    String time();

    String tooFew(int answers);

    String how();
}
