package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of a rehearsal's scripted audience: {@code {audience:who}}. What viewers say by themselves has variants
 * with a bar between them; {@code goods…} are words in a product's name, with commas. Texts: {@code
 * messages/audience*.properties}.
 */
@MessageBundle("audience")
public interface AudienceMessages {

    String who();

    String gentle();

    String gentleHint();

    String lively();

    String livelyHint();

    String rough();

    String roughHint();

    String nobody();

    String nobodyHint();

    String script();

    String goodsFruit();

    String goodsEggs();

    String goodsRice();

    String goodsTea();

    String goodsOrnamentalFish();

    String goodsPreservedFood();

    String goodsHandicraft();

    String hint();

    String comments();

    String nextProduct();

    String deaf();

    String nudge();

    String impatient();

    String content();

    String named();

    String stillWaiting();

    String eager();

    String askedTitle();

    String askedAnswered(String seconds);

    String askedLate(String seconds);

    String askedMissed();

    String askedUnheard();

    String askedNamed();

    String goodAnswer();

    String seesCard();

    String isPinned();

    String hasCoupon();

    String missedIt();

    String ordered();
}
