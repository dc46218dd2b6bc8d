package org.tianbo.mentoring;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the mentor's desk. English: {@code messages/mentoring_en.properties}. A {@code #} is filled in by the script. */
@MessageBundle("mentoring")
public interface MentoringMessages {

    @Message("待点评")
    String queueTitle();

    @Message("评下一个")
    String gradeNext();

    @Message("{count} 份在等")
    String waiting(int count);

    @Message("都评完了")
    String allDone();

    @Message("学员交上新的练播，这里就会出现；最急的排在最前面。")
    String allDoneHint();

    @Message("发给学员了，眼下没有别的在等。")
    String sentLast();

    @Message("学员")
    String trainee();

    @Message("练播")
    String attempt();

    @Message("第 {number} 次")
    String attemptNo(int number);

    @Message("时限")
    String due();

    @Message("谁在评")
    String standing();

    @Message("还剩 {hours} 小时")
    String hoursLeft(long hours);

    @Message("超了 {hours} 小时")
    String hoursOver(long hours);

    @Message("交于 {when}")
    String handedIn(String when);

    @Message("我评了一半")
    String mineBegun();

    @Message("{name}在评")
    String heldBy(String name);

    @Message("有人评过一半")
    String begunFree();

    @Message("没人领")
    String free();

    @Message("评这一份")
    String take();

    @Message("接着评")
    String goOn();

    @Message("我最近发出去的")
    String publishedByMe();

    @Message("总分")
    String score();

    @Message("时间")
    String when();

    @Message("有违规")
    String vetoed();

    @Message("已经发给学员，不能再改。")
    String readOnlyPublished();

    @Message("还没有老师领这一份。")
    String readOnlyWaiting();

    @Message("另一位老师正在评这一份。")
    String readOnlyHeld();

    @Message("播放")
    String play();

    @Message("退 5 秒")
    String back5();

    @Message("进 5 秒")
    String on5();

    @Message("快慢")
    String speed();

    @Message("写字时自动暂停")
    String pauseWriting();

    @Message("录像的时间轴")
    String timeline();

    @Message("{at} 断了 {seconds} 秒，不扣分")
    String gap(long seconds, String at);

    @Message("录像放不出来。网络好了按“重试”，写的话不会丢。")
    String videoTrouble();

    @Message("重试")
    String retry();

    @Message("记一处")
    String newMoment();

    @Message("改这一处")
    String editMoment();

    @Message("起点")
    String from();

    @Message("终点")
    String to();

    @Message("用现在这一秒作起点")
    String setFrom();

    @Message("用现在这一秒作终点")
    String setTo();

    @Message("不要终点")
    String noEnd();

    @Message("说的是")
    String about();

    @Message("好")
    String wellDone();

    @Message("要改")
    String change();

    @Message("违规")
    String ruleBroken();

    @Message("这一处的话")
    String words();

    @Message("说具体的：看到了什么，下次怎么做。")
    String wordsHint();

    @Message("常用话")
    String phrases();

    @Message("先报价")
    String phrase1();

    @Message("先报重量和价钱，再讲怎么做的。听的人先要知道值不值。")
    String phrase1Words();

    @Message("看镜头")
    String phrase2();

    @Message("说话时看镜头，就像看着买的人。")
    String phrase2Words();

    @Message("慢一点")
    String phrase3();

    @Message("慢一点，一句说完停一下，要紧的话说两遍。")
    String phrase3Words();

    @Message("拿近看")
    String phrase4();

    @Message("把货拿近，停两秒，让人看清楚。")
    String phrase4Words();

    @Message("给凭据")
    String phrase5();

    @Message("说一样好处，就当场拿一样凭据给人看。")
    String phrase5Words();

    @Message("接得好")
    String phrase6();

    @Message("有人问，接得稳、答得清楚，保持住。")
    String phrase6Words();

    @Message("记下")
    String keepMoment();

    @Message("删掉")
    String dropMoment();

    @Message("已记的")
    String moments();

    @Message("还没有记。边看边按 N，或者在上面写。")
    String noMoments();

    @Message("评分")
    String marks();

    @Message("/ 100")
    String outOf100();

    @Message("还差 # 项")
    String unmarkedLeft();

    @Message("占 {points} 分")
    String weight(int points);

    @Message("没有违规")
    String notBroken();

    @Message("有违规")
    String broken();

    @Message("在哪一秒")
    String brokenAt();

    @Message("用现在这一秒")
    String hereNow();

    @Message("哪一条")
    String whichRule();

    @Message("不指明")
    String noRule();

    @Message("有违规，这一次就不计入发证。")
    String vetoHint();

    @Message("学员先看到的")
    String shownFirst();

    @Message("保持住")
    String shownKeep();

    @Message("先改这一件")
    String shownChange();

    @Message("还没有")
    String shownNone();

    @Message("放进“保持住”")
    String chooseKeep();

    @Message("放到“先改这一件”")
    String chooseChange();

    @Message("您不选，就按分数替您挑。")
    String byDefault();

    @Message("发给学员，评下一个")
    String publish();

    @Message("还差几样")
    String missingTitle();

    @Message("回去补")
    String missingClose();

    @Message("已保存 #")
    String saved();

    @Message("正在保存…")
    String saving();

    @Message("还没存，马上存")
    String unsaved();

    @Message("没网，先存在这台电脑里，网络好了自动存")
    String offline();

    @Message("登录过期了，写的都在这台电脑里。重新登录就接着存")
    String signedOut();

    @Message("没有存上：")
    String failed();

    @Message("还没有写")
    String nothingYet();

    @Message("别的窗口刚存过一版")
    String staleTitle();

    @Message("您写的没有丢。要留哪一版？")
    String staleHint();

    @Message("那一版（# 存的）")
    String staleTheirs();

    @Message("我这一版")
    String staleMine();

    @Message("打了 # 项分，记了 # 处")
    String staleCounts();

    @Message("留我这一版")
    String keepMine();

    @Message("用那一版")
    String keepTheirs();

    @Message("我的分，两边记的都要")
    String keepBoth();

    @Message("上次没来得及存的，给您找回来了。")
    String restored();

    @Message("全部按键")
    String keysTitle();

    @Message("播放、暂停")
    String keyPlay();

    @Message("退、进 5 秒")
    String keySeek();

    @Message("退、进 1 秒")
    String keyFrame();

    @Message("起点、终点")
    String keySpan();

    @Message("记一处")
    String keyNew();

    @Message("给选中的一项打分")
    String keyMark();

    @Message("上一项、下一项")
    String keyCriterion();

    @Message("记下这一处")
    String keySave();

    @Message("离开输入框")
    String keyBlur();

    @Message("看按键")
    String keyHelp();

    @Message("知道了")
    String close();

    @Message("这一页要用 JavaScript 来放录像、存点评。请在浏览器里打开它，或换一个浏览器。")
    String needsScript();
}
