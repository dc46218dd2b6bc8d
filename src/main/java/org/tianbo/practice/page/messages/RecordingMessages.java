package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What stands on the screen while a rehearsal is recorded, and what is said of it afterwards: {@code {recording:cut}}.
 * A word in square brackets is a blank that the page's script fills in. Texts: {@code messages/recording*.properties}.
 */
@MessageBundle("recording")
public interface RecordingMessages {

    String prompter();

    String goesOn();

    String waitsForTap();

    String onTime();

    String behind();

    String ahead();

    String timeOverLast();

    String nextProduct();

    String noSound();

    String soundAgain();

    String cut();

    String pinned();

    String explaining();

    String productCard();

    String pin();

    String dropCoupon();

    String soldOut();

    String practiceOrder();

    String acts();

    String coupon();

    String practiceOrders();

    String lostAtStart();

    String phoneFullEmptyAdvice();

    String others();

    String showedCard(int number);

    String pinnedOne();

    String droppedCoupon();

    String markedSoldOut(int number);

    String hadOrders(int number);

    String microphoneGone();

    String microphoneBack();

    String mentorGood();

    String mentorLook();
}
