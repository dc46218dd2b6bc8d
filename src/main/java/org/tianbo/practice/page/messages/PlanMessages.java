package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the plan page says beside {@link PracticeMessages}: {@code {plan:steps}}. A word in square brackets is a blank
 * that the page's script fills in. Texts: {@code messages/plan*.properties}.
 */
@MessageBundle("plan")
public interface PlanMessages {

    String sold();

    String facts();

    String second();

    String third();

    String price();

    String priceExample();

    String weight();

    String weightExample();

    String origin();

    String goal();

    String steps();

    String stepsHint();

    String total();

    String undo();

    String asPublished();

    String ownStep();

    String addStep();

    String shorter();

    String longer();

    String earlier();

    String later();

    String leaveOut();

    String when();

    String now();

    String at();

    String atHint();

    String ratherNow();

    String book();

    String booked();

    String bookedFor();

    String notBooked();

    String todayAt();

    String tomorrowAt();

    String notBegun();

    String beginBelow();

    String onOtherPhone();

    String beginHere();

    String notBegunHere();

    String goods();

    String and();
}
