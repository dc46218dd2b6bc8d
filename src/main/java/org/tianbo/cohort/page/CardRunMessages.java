package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about cards for a whole class. Texts: {@code messages/cardRuns*.properties}. */
@MessageBundle("cardRuns")
public interface CardRunMessages {
    String title();

    String lead(int most);

    String whoLacks(int count);

    String nobodyLacks();

    String make(int count);

    String replaceAll();

    String replaceAllDo(int count);

    String runs();

    String askedOn(String time, int cards);

    String making(int done, int total);

    String goesOn();

    String made(int count);

    String failed();

    String meanwhile(int count);

    String refused(int count);

    String gone(int count);

    String away(int count);

    String fetch();

    String pages(int pages);

    String rule(String until);

    String printedDo();

    String printedHint();

    String removedOn(String time);

    String ofAnother(String name);

    String noneMade();

    String back();
}
