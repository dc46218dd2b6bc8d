package org.tianbo.mentoring;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the trainee's feedback. English: {@code messages/feedback_en.properties}. */
@MessageBundle("feedback")
public interface FeedbackMessages {

    @Message("老师的点评")
    String feedbackTitle();

    @Message("第 {number} 次点评")
    String number(int number);

    @Message("比上次好：{before} → {now} 分")
    String better(int before, int now);

    @Message("和上次一样：{now} 分")
    String asBefore(int now);

    @Message("这次 {now} 分，上次 {before} 分")
    String fewer(int before, int now);

    @Message("有高有低很平常，先改下面这一件就好。")
    String fewerHint();

    @Message("这次 {now} 分")
    String firstScore(int now);

    @Message("满分 100。第一次敢录下来就很好。")
    String firstHint();

    @Message("几次练播的总分：{scores}")
    String chart(String scores);

    @Message("{mentor} · {day} 点评")
    String by(String mentor, String day);

    @Message("这次没有要改的")
    String nothingToChange();

    @Message("先改这一件")
    String changeFirst();

    @Message("看这 {seconds} 秒")
    String watchSeconds(long seconds);

    @Message("{where} · {mb} MB")
    String watchCost(String where, String mb);

    @Message("{mb} MB")
    String mb(String mb);

    @Message("这几样保持住")
    String keepThese();

    @Message("老师说的每一处")
    String allMoments();

    @Message("每一项得了几分")
    String allMarks();

    @Message("{level} 分，满分 5 分")
    String levelOf(int level);

    @Message("有一处违规")
    String brokenTitle();

    @Message("这一次不算进发证的次数。改掉这一句，再练一遍就好。")
    String brokenHint();

    @Message("听懂了，再练一遍")
    String again();

    @Message("关上录像")
    String closePlayer();

    @Message("这一段放完了")
    String clipOver();

    @Message("再看一遍")
    String watchAgain();

    @Message("录像放不出来。看看网络，再把这一页重新打开。")
    String clipTrouble();
}
