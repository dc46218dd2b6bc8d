package org.tianbo.practice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What practice pages say: {@code {practice:practise}}. A word in square brackets is a blank that the page's script fills in.
 * English: {@code messages/practice_en.properties}.
 */
@MessageBundle("practice")
public interface PracticeMessages {

    @Message("练播")
    String practice();

    @Message("我的练播")
    String myPractice();

    @Message("还没有练过")
    String nothingYet();

    @Message("第一遍录成什么样都行，录完自己先看。")
    String nothingYetHint();

    @Message("开始练播")
    String practise();

    @Message("还没录")
    String statePlanned();

    @Message("没录完")
    String stateLive();

    @Message("还没传完")
    String stateUploading();

    @Message("正在整理")
    String stateProcessing();

    @Message("可以交了")
    String stateReady();

    @Message("已交给老师")
    String stateSubmitted();

    @Message("老师已点评")
    String stateReviewed();

    @Message("没能整理好")
    String stateFailed();

    @Message("练播的地方一共 {limit} GB，已经用了 {used} GB。")
    String spaceUsed(String limit, String used);

    @Message("快满了。用不着的练播可以删掉，也可以请县里办公室多给一点地方。")
    String spaceHint();

    @Message("满了，新录的先留在手机里，不会丢。删掉用不着的练播，或者请县里办公室多给一点地方。")
    String spaceFull();

    @Message("没录完的练播最多 {most} 个，现在有 {open} 个。请先结束几个。")
    String openUsed(long most, long open);

    @Message("传来的录像留到 {day}，到时候还没录完、没整理好，就会删掉。")
    String keptUntil(String day);

    @Message("“{title}”还没录完，{day} 会从网上删掉。点这里接着录完，或者结束它。")
    String deletedSoon(String title, String day);

    @Message("“{title}”没有做成录像，网上的那份 {day} 会删掉。点这里再试一次。")
    String failedDeletedSoon(String title, String day);

    @Message("腾出地方")
    String clearRoom();

    @Message("还没开始录")
    String itemPlanned();

    @Message("录到 [time]，可以接着录")
    String itemOpen();

    @Message("正在上传 [sent] / [total] MB")
    String itemSending();

    @Message("已存在手机里，传了 [sent] / [total] MB")
    String itemWaiting();

    @Message("已传完，还没交给老师")
    String itemFinished();

    @Message("已传完，马上交给老师")
    String itemHandingIn();

    @Message("没传上去，点开看看")
    String itemTrouble();

    @Message("手机里还留着 [mb] MB 已经传好的录像。")
    String room();

    @Message("从手机里删掉？")
    String askClear();

    @Message("手机里腾出 [mb] MB。网上的那一份还在。")
    String askClearHint();

    @Message("留着")
    String keepIt();

    @Message("删掉手机里的")
    String clearIt();

    @Message("这次练什么？")
    String whatToday();

    @Message("卖什么")
    String product();

    @Message("比如：冻米糖")
    String productExample();

    @Message("练多久")
    String howLong();

    @Message("约 {n} 分钟")
    String minutes(int n);

    @Message("录 [minutes] 分钟大约 [mb] MB，边录边上传，用您的流量。没有网也能录，有网再传。")
    String cost();

    @Message("录 1 分钟大约 [mb] MB，边录边上传，用您的流量。没有网也能录，有网再传。")
    String costOne();

    @Message("录像放不出来。看看网络，再把这一页重新打开。")
    String playTrouble();

    @Message("“[words]”：[why] 可以这样说：[better]")
    String wordsToAvoid();

    @Message("只用 Wi-Fi 上传")
    String wifiOnly();

    @Message("打开摄像头")
    String openCamera();

    @Message("选手机里录好的视频")
    String fromGallery();

    @Message("这个浏览器关掉了网页功能，不能录像。请用手机自带的浏览器打开。")
    String needsScript();

    @Message("再录一遍")
    String again();

    @Message("交给老师")
    String handIn();

    @Message("已交给老师 ✓")
    String handedIn();

    @Message("录像在这部手机里")
    String onThisPhone();

    @Message("点下面接着录，或者等它传完。")
    String onThisPhoneHint();

    @Message("录像还没传完")
    String notAllHere();

    @Message("剩下的在录像的那部手机里。在那部手机上打开“练播”，会接着传。要是已经删掉了，不用管它，再录一遍就行。")
    String notAllHereHint();

    @Message("正在整理录像，通常一两分钟")
    String processing();

    @Message("不用等在这里。")
    String processingHint();

    @Message("这段录像没能整理好，老师看不到它")
    String failed();

    @Message("这会儿机器忙，录像还没整理好")
    String busy();

    @Message("会自动再试，最晚试到 {until}。不用守在这里，也不用重录。")
    String busyHint(String until);

    @Message("再整理一次")
    String prepareAgain();

    @Message("没能开始整理，请看看网络，再点一次。")
    String notBegunAgain();

    @Message("老师已经看得到了。老师还没开始看，您还可以拿回来。")
    String submittedHint();

    @Message("老师看过了，有话跟您说")
    String reviewed();

    @Message("{length} · 看一遍约 {mb} MB")
    String lengthAndSize(String length, String mb);

    @Message("中间断过的地方")
    String gapsTitle();

    @Message("中断 {seconds} 秒，不扣分")
    String gap(long seconds);

    @Message("看老师的点评")
    String toFeedback();

    @Message("打开这段录像")
    String continueHere();

    @Message("没交上去，请看看网络，再点一次。")
    String notHandedIn();

    @Message("录 [minutes] 分钟大约 [mb] MB，先存在手机里，连上 Wi-Fi 才上传。")
    String costWifi();

    @Message("录 1 分钟大约 [mb] MB，先存在手机里，连上 Wi-Fi 才上传。")
    String costOneWifi();

    @Message("交给老师之前，谁也看不到，只有您自己能看。")
    String unseen();

    @Message("已经发出，正在整理")
    String sent();

    @Message("通常一两分钟。整理好了，老师才看得到；不用等在这里。")
    String sentHint();

    @Message("已经发出，正在整理，老师还看不到")
    String itemPreparing();

    @Message("删掉这段录像")
    String deleteIt();

    @Message("真的删掉这段录像？")
    String askDelete();

    @Message("手机里和网上都会删掉，找不回来。")
    String askDeleteHint();

    @Message("删掉，不要了")
    String deleteYes();

    @Message("您删过这段录像，可是它已经交给老师了，所以没有删掉。老师还没开始看的话，可以先拿回来，再删。")
    String notDeleted();

    @Message("从老师那里拿回来")
    String takeBack();

    @Message("不交了，拿回来？")
    String askTakeBack();

    @Message("老师还没开始看，就能拿回来。拿回来以后又只有您自己看得到，可以再交，也可以删掉。")
    String askTakeBackHint();

    @Message("拿回来")
    String takeBackYes();

    @Message("不拿了")
    String leaveIt();

    @Message("老师已经开始看了，拿不回来了。")
    String mentorBegan();

    @Message("没有拿回来。请看看网络，再点一次。")
    String notTakenBack();
}
