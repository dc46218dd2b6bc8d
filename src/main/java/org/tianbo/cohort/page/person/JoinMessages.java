package org.tianbo.cohort.page.person;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about asking to join a class. Texts: {@code messages/joining*.properties}. */
@MessageBundle("joining")
public interface JoinMessages {

    String title();

    String join(String name);

    String of(String county);

    String days(String from, String to);

    String name();

    String phone();

    String village();

    String chooseVillage();

    String consent();

    String send();

    String sentTitle();

    String sent(String name);

    String open();

    String openDays();

    String openHint();

    String closed();

    String until(String day);

    String poster();

    String posterSteps();

    String print();

    String close();

    String longer();

    String waiting(long count);

    String nobodyWaits();

    String nobodyWaitsHint();

    String askedAt(String when);

    String looksLike();

    String takeAs(String name);

    String take();

    String takeNew();

    String refuse();

    String why();

    String whyHint();

    String decided();

    String wasTaken();

    String wasRefused();

    String reconsider();

    String afterwards();
}
