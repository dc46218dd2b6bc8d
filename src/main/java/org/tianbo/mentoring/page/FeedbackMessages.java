package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the trainee's feedback. Texts: {@code messages/feedback*.properties}. */
@MessageBundle("feedback")
public interface FeedbackMessages {

    String feedbackTitle();

    String number(int number);

    String better(int before, int now);

    String asBefore(int now);

    String fewer(int before, int now);

    String fewerHint();

    String firstScore(int now);

    String otherScoring(int now);

    String firstHint();

    String chart(String scores);

    String by(String mentor, String day);

    String helpedBy(String name);

    String recordingGone();

    String nothingToChange();

    String changeFirst();

    String watchSeconds(long seconds);

    String watchCost(String where, String mb);

    String mb(String mb);

    String keepThese();

    String allMoments();

    String allScores();

    String levelOf(int level);

    String brokenTitle();

    String brokenHint();

    String again();

    String closePlayer();

    String clipOver();

    String watchAgain();

    String clipTrouble();
}
