package org.tianbo.platform.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words every page shares: {@code {app:back}}. English: {@code messages/app_en.properties}. */
@MessageBundle("app")
public interface AppMessages {

    /** The page's own language, for the attribute {@code lang}. */
    @Message("zh-CN")
    String lang();

    @Message("en")
    String otherLang();

    @Message("English")
    String otherLanguage();

    @Message("田播")
    String brand();

    @Message("首页")
    String home();

    @Message("点评")
    String mentoring();

    @Message("班级与进展")
    String cohorts();

    @Message("证书")
    String certification();

    @Message("小店与收入")
    String stores();

    @Message("主菜单")
    String mainMenu();

    @Message("菜单")
    String menu();

    @Message("跳到正文")
    String skip();

    @Message("返回")
    String back();

    @Message("取消")
    String cancel();

    @Message("关闭")
    String close();

    @Message("登录")
    String signIn();

    @Message("退出登录")
    String signOut();

    @Message("朗读")
    String readAloud();

    @Message("字的大小")
    String textSize();

    @Message("标准")
    String textNormal();

    @Message("大")
    String textLarge();

    @Message("特大")
    String textLargest();

    @Message("下载")
    String download();

    @Message("打印")
    String print();

    /** The pill, when nothing waits on this phone. */
    @Message("已存到县里 ✓")
    String allSafe();

    /** The pill, while something waits; the script writes the number for {@code #}. */
    @Message("还有 {count} 项等网络，已存在手机里")
    String waiting(String count);

    /** The pill, while recordings are still on this phone; the script writes the megabytes for {@code #}. */
    @Message("还有 {mb} MB 录像在手机里，等着上传")
    String recordingsHeld(String mb);

    @Message("正在上传录像，还有 {mb} MB")
    String recordingsGoing(String mb);

    @Message("还有 {mb} MB 录像等 Wi-Fi 再传")
    String recordingsForWifi(String mb);

    @Message("有录像没传上去，请点这里看看")
    String recordingStuck();

    /** The pill, while the phone's clock is so far off that the server did not take what it dated. */
    @Message("手机的日期不对，有 {count} 项没有存上。请先把日期和时间设好。")
    String clockWrong(String count);

    /** Where the browser has no database of its own, or forbids it. */
    @Message("这个浏览器存不住东西：没有网就学不了、练不了。请用微信或 Chrome 打开。")
    String noStorage();

    /** Where the browser has no service worker. */
    @Message("这个浏览器没有网就打不开田播。请用微信或 Chrome 打开。")
    String noOffline();

    /** What is said when a form is sent without network. */
    @Message("现在没有网，还没交上去。写的都在，有网再点一次。")
    String unsentForm();

    /** The pill, when the server did not take something. */
    @Message("有 {count} 项没有存上，请点这里看看")
    String refused(String count);

    @Message("录像正在整理，老师还看不到")
    String recordingsPreparing();

    @Message("有一段录像没整理好，老师看不到，请点这里")
    String recordingFailed();

    @Message("有一段录像已经交给老师，没有删掉，请点这里")
    String recordingNotDeleted();

    @Message("还能写 # 个字")
    String lettersLeft();

    @Message("多了 # 个字，请删短一些")
    String lettersOver();

    @Message("这部手机不会朗读。")
    String noVoice();
}
