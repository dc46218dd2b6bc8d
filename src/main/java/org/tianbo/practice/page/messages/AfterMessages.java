package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said after a rehearsal, when its host looks at it: {@code {after:kept}}. Texts: {@code
 * messages/after*.properties}.
 */
@MessageBundle("after")
public interface AfterMessages {

    String selfReview();

    String selfReviewHint();

    String kept();

    String change();

    String here();

    String nowhere();

    String writing();

    String onPhone();

    String atServer();

    String notTaken();

    String speak();

    String stopSpeaking();

    String secondsLeft();

    String heardKept();

    String heardChange();

    String keepVoice();

    String speakAgain();

    String dropVoice();

    String unkept();

    String noMicrophone();

    String heardNothing();

    String voiceUnreadable();

    String voiceTooLong();

    String notKept();

    String playFirst();

    String howToWatch();

    String watchSmall(String mb);

    String watchWhole(String mb);

    String listenOnly(String mb);

    String inTheMaking();

    String lostSeconds();

    String lostAt(long seconds);

    String thenAndNow();

    String compareWith();

    String showIt();

    String then();

    String now();

    String sameStep();

    String stepTimes(String then, String now);

    String noSteps();

    String noEarlier();

    String hiddenOnes(int n);

    String keptHow(long awaited, long days, int months);

    String isHidden();

    String showAgain();

    String keptReady();

    String keptSubmitted();

    String keptReviewed(int months);

    String recordingGone();

    String hide();

    String notHidden();
}
