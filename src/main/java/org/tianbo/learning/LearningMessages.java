package org.tianbo.learning;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the learning pages: {@code {learning:courses}}. English: {@code messages/learning_en.properties}. */
@MessageBundle("learning")
public interface LearningMessages {

    @Message("课程")
    String courses();

    @Message("课程还没有上架，请过几天再来看。")
    String nothingYet();

    @Message("去练播")
    String practise();

    @Message("学了 {done} 课，还有 {left} 课")
    String doneAndLeft(long done, long left);

    @Message("{count} 课都学完了 ✓")
    String allDone(long count);

    @Message("约 {minutes} 分钟 · {size}")
    String cost(int minutes, String size);

    @Message("第 {number} 课，共 {of} 课")
    String lessonOf(int number, int of);

    @Message("学过了")
    String done();

    @Message("题没过，再试试")
    String quizNotPassed();

    @Message("接着学")
    String goOn();

    @Message("学完了")
    String finish();

    @Message("这一课您学过了 ✓")
    String finishedBefore();

    @Message("去答题")
    String toQuiz();

    @Message("小测验")
    String quiz();

    @Message("可以选好几个")
    String several();

    @Message("先选一个，再往下走。")
    String chooseFirst();

    @Message("就选这个")
    String choose();

    @Message("交卷")
    String handIn();

    @Message("下一题")
    String nextItem();

    @Message("看看结果")
    String seeResult();

    @Message("对了")
    String right();

    @Message("不对")
    String wrong();

    /** The script writes the number for {@code #}. */
    @Message("答对 {right} 题，共 {of} 题")
    String rightOf(String right, int of);

    @Message("过了！")
    String passed();

    @Message("还差一点")
    String notPassed();

    @Message("回去再看一眼这一课，随时可以再答。")
    String notPassedHint();

    @Message("再答一遍")
    String again();

    @Message("下一课")
    String nextLesson();

    @Message("再看这一课")
    String backToLesson();
}
