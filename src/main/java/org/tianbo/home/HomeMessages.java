package org.tianbo.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the front doors: {@code {home:nextStep}}. English: {@code messages/home_en.properties}. */
@MessageBundle("home")
public interface HomeMessages {

    @Message("下一步")
    String nextStep();

    @Message("{name}，早上好")
    String morning(String name);

    @Message("{name}，中午好")
    String noon(String name);

    @Message("{name}，下午好")
    String afternoon(String name);

    @Message("{name}，晚上好")
    String evening(String name);

    @Message("我的路")
    String road();

    @Message("报名")
    String enrolled();

    @Message("学习")
    String learning();

    @Message("练播")
    String practice();

    @Message("点评")
    String feedback();

    @Message("证书")
    String certificate();

    @Message("开店")
    String store();

    @Message("收入")
    String income();

    @Message("今天做这一件")
    String today();

    @Message("《{title}》答几道题")
    String quizTitle(String title);

    @Message("答对了，这一课就算过了。")
    String quizHint();

    /** The questions come with the lesson's page and weigh next to nothing. */
    @Message("约 2 分钟 · 几乎不花流量")
    String quizCost();

    @Message("老师看过了，有话跟您说")
    String feedbackTitle();

    @Message("说的是《{title}》")
    String feedbackAbout(String title);

    @Message("约 3 分钟 · 先看字不费流量，点开片段才放录像")
    String feedbackCost();

    @Message("看点评")
    String openFeedback();

    @Message("{count} 条新的")
    String unread(int count);

    @Message("再练一遍")
    String practiseAgain();

    @Message("练一遍：讲好您的货")
    String practiseTitle();

    @Message("对着手机讲，先自己看，满意了再交给老师。")
    String practiseHint();

    @Message("约 {minutes} 分钟 · {size}")
    String lessonCost(int minutes, String size);

    /** The first time it is the one minute. */
    @Message("约 1 分钟 · 不用流量也能练，之后再上传（约 5 MB）")
    String firstPractiseCost();

    @Message("约 5 分钟 · 不用流量也能练，之后再上传（约 24 MB）")
    String practiseCost();

    @Message("开始学")
    String startLesson();

    @Message("开始答题")
    String startQuiz();

    @Message("开始练播")
    String startPractice();

    @Message("课程")
    String courses();

    @Message("学了 {done} 课，还有 {left} 课")
    String doneAndLeft(long done, long left);

    @Message("我的练播")
    String myPractice();

    @Message("录过的，还有老师的点评")
    String myPracticeHint();

    @Message("我的证书")
    String myCertificate();

    @Message("开一家自己的小店")
    String storeTitle();

    @Message("证书拿到了。开店要的东西一样一样备齐，每次只做一件。")
    String storeHint();

    @Message("一样约 3 分钟 · 照片一张约 300 KB")
    String storeCost();

    @Message("去开我的小店")
    String openStore();

    @Message("我的小店")
    String myStore();

    @Message("我的账号")
    String account();

    @Message("没有网络")
    String offlineTitle();

    @Message("这一页要有网络才能打开。没有网，这些照样能做：")
    String offlineHint();

    @Message("看过的课，接着看；题也能答")
    String offlineLessons();

    @Message("练播，录好的存在手机里")
    String offlinePractice();

    @Message("做过的都存在手机里，一有网络就自己送上去，不会丢。")
    String offlineKept();

    @Message("再试一次")
    String retry();

    @Message("登录名：{login}")
    String login(String login);

    @Message("只退出这部手机")
    String signOutHere();

    @Message("在所有手机上退出")
    String signOutEverywhere();

    @Message("手机丢了，或者在别人手机上登录过，就按“在所有手机上退出”。还没送上去的，留在原来那部手机里，不会丢。")
    String everywhereHint();

    @Message("管理")
    String operator();

    @Message("这个账号管系统，不属于哪个县。县里的事，请用县里的账号登录。")
    String operatorHint();

    @Message("手机里还没交上去的")
    String unsentTitle();

    @Message("都交上去了 ✓")
    String unsentNone();

    @Message("等网络")
    String unsentWaiting();

    @Message("都存在手机里，有网自动交。")
    String unsentWaitingHint();

    @Message("县里没有收下")
    String unsentRefused();

    @Message("记录都还在手机里。可以再试一次，也可以复制下来给老师看。")
    String unsentRefusedHint();

    @Message("再试一次")
    String unsentAgain();

    @Message("复制下来")
    String unsentCopy();

    @Message("不要了")
    String unsentDiscard();

    @Message("真的不要这条记录了？")
    String askDiscard();

    @Message("丢掉就找不回来了。")
    String askDiscardHint();

    @Message("留着")
    String keepIt();

    @Message("不要了")
    String discardIt();

    @Message("打开了一节课")
    String didOpen();

    @Message("学完了一节课")
    String didComplete();

    @Message("答了题")
    String didQuiz();

    @Message("检查单上打了勾")
    String didTick();

    @Message("看了老师的点评")
    String didRead();

    @Message("一段录像")
    String didRecord();

    @Message("一条记录")
    String didOther();

    @Message("手机的日期或时间不对。请先把日期和时间设好，再点“再试一次”。")
    String whyTime();

    @Message("这节课已经换了新的一版。请打开这节课，再学一遍。")
    String whyVersion();

    @Message("县里没有收下（[code]）。请复制下来给老师看。")
    String whyOther();

    @Message("复制好了，可以粘贴到微信里发给老师。")
    String copied();

    @Message("没有复制成。请把这一页给老师看。")
    String notCopied();

    @Message("学了 [done] 课，还有 [left] 课")
    String doneAndLeftBlank();

    @Message("还有东西没交上去，真的退出？")
    String askSignOut();

    @Message("这些都留在这部手机里，等您自己再登录，才会接着交。别人登录，不会替您交。")
    String askSignOutHint();

    @Message("现在没有网，退不出去。连上网再退出。")
    String signOutOffline();

    @Message("先不退出")
    String stay();

    @Message("还是退出")
    String signOutAnyway();

    @Message("一段录像等着从网上删掉")
    String waitingDeletion();
}
