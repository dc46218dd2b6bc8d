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

    @Message("小测")
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

    @Message("短片")
    String film();

    @Message("字幕")
    String captions();

    @Message("短片 {seconds} 秒，不用开声音，约 {size}")
    String filmOf(int seconds, String size);

    @Message("现在放不了，等有网再看。有网时看一遍，以后没网也能看。")
    String filmWithoutNetwork();

    @Message("这一课的词（{count} 个）")
    String wordsOfLesson(int count);

    @Message("这一课说到的规矩")
    String rulesOfLesson();

    @Message("规矩是用大白话写的，不是法律意见。拿不准，问协调员。")
    String notLegalAdvice();

    @Message("词汇表")
    String words();

    @Message("听不懂的词，都在这里。点一下，回到讲它的那一课。")
    String wordsHint();

    @Message("学习路线")
    String paths();

    @Message("同样的课，四种走法。走哪条都行，学过的课都算数。")
    String pathsHint();

    @Message("慢慢学约 {weeks} 周 · 连练习共 {hours} 学时")
    String pathLength(int weeks, int hours);

    @Message("看全部 {count} 课")
    String allLessons(int count);

    @Message("这些学时能不能换国家的证书，县里还在核对。")
    String hoursUnconfirmed();

    @Message("这条路走完了 ✓")
    String pathDone();

    @Message("查查要说的话")
    String checkWords();

    @Message("要说的话、短视频标题，放进来查一查。只提个醒，不是判决，也不会存下来。")
    String checkWordsHint();

    @Message("您要说的话")
    String script();

    @Message("查一查")
    String check();

    @Message("没有查出要改的。心里打鼓的，再问一声老师。")
    String nothingFound();

    @Message("有 {count} 处，请看一看")
    String wordsFound(int count);

    @Message("可以这样说：{better}")
    String sayInstead(String better);

    @Message("是哪条规矩")
    String whichRule();

    @Message("学了 [done] 课，还有 [left] 课")
    String doneAndLeftBlank();
}
