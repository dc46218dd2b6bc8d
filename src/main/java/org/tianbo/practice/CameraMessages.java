package org.tianbo.practice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the camera's page says, from the open camera to the hand-in: {@code {camera:start}}. A word in square brackets is a blank
 * that the page's script fills in. English: {@code messages/camera_en.properties}.
 */
@MessageBundle("camera")
public interface CameraMessages {

    @Message("正在打开摄像头。手机要是问，请点“允许”。")
    String opening();

    @Message("先不录")
    String leave();

    @Message("前后镜头切换")
    String turnCamera();

    @Message("把手机放稳，脸和货都在画面里。")
    String readyHint();

    @Message("录一分钟约 [mb] MB，边录边上传。交给老师之前谁也看不到。")
    String aMinute();

    @Message("选视频")
    String gallery();

    @Message("开始录")
    String start();

    @Message("正在录")
    String recording();

    @Message("结束")
    String stop();

    @Message("录像停了一下")
    String pausedTitle();

    @Message("前面录的都在。中断不扣分，接着说就行。")
    String pausedHint();

    @Message("就到这儿")
    String endHere();

    @Message("接着录")
    String resume();

    @Message("再试一次")
    String tryAgain();

    @Message("还是用摄像头录")
    String ratherCamera();

    @Message("打开相册")
    String pickVideo();

    @Message("正在存下这段视频")
    String copying();

    @Message("请先别离开这一页。")
    String copyingHint();

    @Message("这部手机里没有这段录像")
    String unknown();

    @Message("可能是在别的手机上录的，或者换了人登录。")
    String unknownHint();

    @Message("看我的练播")
    String toMyPractice();

    @Message("录好了")
    String recorded();

    @Message("时长")
    String length();

    @Message("大小")
    String sizeWord();

    @Message("上传")
    String upload();

    @Message("重新登录")
    String signIn();

    @Message("现在就传")
    String sendNow();

    @Message("看一遍")
    String watchIt();

    @Message("删掉")
    String delete();

    @Message("看进展")
    String follow();

    @Message("先不交")
    String notYet();

    @Message("录完了吗？")
    String askEnd();

    @Message("录完就不能再接着录了，可以另录一遍。")
    String askEndHint();

    @Message("录完了")
    String endYes();

    @Message("接着录")
    String endNo();

    @Message("还有 [time]")
    String timeLeft();

    @Message("该下一步了")
    String timeOver();

    @Message("第 [n] 步 · [title]")
    String step();

    @Message("下一步：[step] ›")
    String nextStep();

    @Message("录完了")
    String doneRecording();

    @Message("已存到 [time] ✓")
    String keptUntil();

    @Message("已传到 [time] ✓")
    String safeUntil();

    @Message("没网，先存手机")
    String airOffline();

    @Message("等 Wi-Fi 再传")
    String airWifiAwaited();

    @Message("网不好，先存手机")
    String airRetrying();

    @Message("网上满了，先存手机")
    String airNoRoom();

    @Message("您的地方满了，先存手机")
    String airOwnSpaceFull();

    @Message("没录完的太多，先存手机")
    String airTooManyOpen();

    @Message("县里满了，先存手机")
    String airCountyFull();

    @Message("录完再登录，都存着")
    String airSignedOut();

    @Message("已经录了 [time]")
    String soFar();

    @Message("这个浏览器不能录像")
    String cannotRecord();

    @Message("请换手机自带的浏览器打开，或者用手机相机录好，再从相册里选。")
    String cannotRecordAdvice();

    @Message("这个网址不能用摄像头")
    String insecure();

    @Message("请扫卡片上的二维码重新打开，网址要以 https 开头。也可以从相册里选一段视频。")
    String insecureAdvice();

    @Message("手机没让用摄像头")
    String cameraRefused();

    @Message("请点网址左边的小图标，把“摄像头”和“麦克风”改成“允许”，再点“再试一次”。在微信里：点右上角“…”，选“在浏览器打开”。")
    String cameraRefusedAdvice();

    @Message("没找到摄像头或麦克风")
    String noCamera();

    @Message("可以用别的手机录好，再从相册里选。")
    String noCameraAdvice();

    @Message("摄像头正被别的软件用着")
    String cameraBusy();

    @Message("请把微信视频、相机这些先关掉，再点“再试一次”。")
    String cameraBusyAdvice();

    @Message("手机存不下了")
    String phoneFull();

    @Message("前面录的都还在。请删掉些不要的照片或视频，再点“再试一次”。")
    String phoneFullAdvice();

    @Message("从相册里选一段已经录好的视频。先告诉您有多大，您点头了才存、才传。")
    String pick();

    @Message("上次只存了一半。请再选一次“[name]”，从断的地方接着存。")
    String pickAgain();

    @Message("已存 [copied] / [total] MB")
    String copiedOf();

    @Message("[mb] MB")
    String size();

    @Message("中间断了一次，自动接成一段，不扣分。")
    String onePause();

    @Message("中间断了 [n] 次，自动接成一段，不扣分。")
    String pauses();

    @Message("已上传 [sent] / [total] MB")
    String sentOf();

    @Message("全部上传好了 ✓ [total] MB")
    String allSafe();

    @Message("现在没有网。录像存在手机里，有网会自动上传。")
    String upOffline();

    @Message("在等 Wi-Fi。现在就传要用 [mb] MB 流量。")
    String upWifiAwaited();

    @Message("网络不好，正在自动再试。")
    String upRetrying();

    @Message("网上存满了，录像先留在手机里，过一分钟自动再试。")
    String upNoRoom();

    @Message("您放录像的地方用满了，这一段先留在手机里，不会丢。请到“我的练播”删掉用不着的，或者请县里办公室多给一点地方。")
    String upOwnSpaceFull();

    @Message("没录完的练播太多了，这一段先留在手机里，不会丢。请到“我的练播”把没录完的结束掉，或者删掉。")
    String upTooManyOpen();

    @Message("全县放录像的地方用满了，这一段先留在手机里，不会丢。请告诉县里办公室，腾出地方后会自己传。")
    String upCountyFull();

    @Message("登录过期了。录像都在手机里，重新登录就接着传。")
    String upSignedOut();

    @Message("现在登录的是别人。换回您自己登录，才会接着传。")
    String upOtherPerson();

    @Message("网上已有一段不一样的录像，没有盖掉它。这段还在手机里，请找老师看看。")
    String troubleOtherBytes();

    @Message("网上的记录和手机里的对不上。录像还在手机里，请找老师看看。")
    String troubleOtherPlan();

    @Message("网上这次练播已经结束，剩下的传不上去了。录像还在手机里。")
    String troubleClosed();

    @Message("网上说这段录像不是您的。录像还在手机里，请换回录像的人登录。")
    String troubleNotYours();

    @Message("有一段太大，网上不收。录像还在手机里，请找老师看看。")
    String troubleTooLarge();

    @Message("手机里有一段坏了，传不上去。其余的都还在，请找老师看看。")
    String troubleDamaged();

    @Message("这段录像没能整理好，老师看不到。点“看进展”，看看怎么办。")
    String troubleFailed();

    @Message("传完就自动交给老师，不用等在这里。")
    String handsInLater();

    @Message("全部传完了，正在交给老师")
    String handsInNow();

    @Message("录一分钟约 [mb] MB，连上 Wi-Fi 才上传。交给老师之前谁也看不到。")
    String aMinuteWifi();

    @Message("从手机里删")
    String clearHere();

    @Message("已经发出，正在整理。整理好了，老师才看得到；不用等在这里。")
    String beingPrepared();
}
