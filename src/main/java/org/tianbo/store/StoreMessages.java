package org.tianbo.store;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of stores and their income. English: {@code messages/store_en.properties}. */
@MessageBundle("store")
public interface StoreMessages {

    @Message("我的小店")
    String myStore();

    @Message("开一家自己的小店")
    String beginTitle();

    @Message("卖自己家种的、养的，不用办执照。我们陪您一样一样备齐，每次只做一件。")
    String beginWhy();

    @Message("备齐以后，协调员来看一眼，就能开。")
    String beginHow();

    @Message("开始准备")
    String begin();

    @Message("还差 {count} 样就能开")
    String missing(int count);

    @Message("都交上了，等协调员来看")
    String allIn();

    @Message("都齐了，等协调员来看小店")
    String allPassed();

    @Message("不用再交什么。把手机带着，小店打开，给协调员看一眼。")
    String allPassedHow();

    @Message("现在做这一样")
    String nowThis();

    @Message("要改一下")
    String returned();

    @Message("写一句话")
    String words();

    @Message("不方便写，就写“当面看”，协调员来的时候给他看。")
    String wordsHint();

    @Message("要说的写在这里，比如哪天在家。不写也行。")
    String visitHint();

    @Message("链接")
    String link();

    @Message("在平台里点“分享”“复制链接”，再到这里长按粘贴。")
    String linkHint();

    @Message("照片")
    String photo();

    @Message("拍一张，或者从相册里选。照片里的拍摄地点会去掉。")
    String photoHint();

    @Message("照片存好了，不用再选。要换就再选一张。")
    String photoKept();

    @Message("交过的照片")
    String photoShown();

    @Message("{by} {at} 交的照片，点开看大图")
    String photoBy(String by, String at);

    @Message("照片校验码")
    String photoMark();

    @Message("要传 [size]")
    String photoCost();

    @Message("没有照片？贴一个链接")
    String linkInstead();

    @Message("看店时拍的照片（有就传）")
    String seenPhoto();

    @Message("交上去")
    String handIn();

    @Message("请协调员来看")
    String askToCome();

    @Message("我用不着")
    String notMine();

    @Message("为什么要这一样")
    String whyAsked();

    @Message("要备的东西")
    String allGates();

    @Message("还没交")
    String stateAsked();

    @Message("等人来看")
    String stateShown();

    @Message("要改")
    String stateReturned();

    @Message("核过了 ✓")
    String stateConfirmed();

    @Message("用不着")
    String stateNotMine();

    @Message("小店现在关着")
    String closedTitle();

    @Message("想再开，找协调员来看一次。")
    String closedHow();

    @Message("小店开着 ✓")
    String openTitle();

    @Message("{name} {day} 来看过")
    String seenBy(String name, String day);

    @Message("打开我的小店")
    String visitStore();

    @Message("每月卖了多少")
    String myIncome();

    @Message("还没有订单。请协调员帮您把平台的订单文件传上来。")
    String noIncome();

    @Message("净收入")
    String net();

    @Message("付款减去退款，平台文件证实的。没有扣成本和运费。")
    String netHow();

    @Message("收入稳定线")
    String barTitle();

    @Message("一个月里，已完成订单的净收入到了这条线，才算这个月有收入。连着 3、6、12 个月都到，学员就在路上往前一步；有一个月没到，就退回来。只认平台文件证实的月份；改了线，所有小店重新算。")
    String barHow();

    @Message("每月至少（元）")
    String barYuan();

    @Message("改这条线")
    String barSet();

    @Message("到 {through} 为止，连着 {months} 个月不少于 ¥{bar}（已完成订单）。")
    String inARow(String bar, String through, int months);

    @Message("{through} 这个月，文件里还没有 ¥{bar}（已完成订单）。文件没传的，请协调员传上来。")
    String monthMissing(String bar, String through);

    @Message("稳定 {months} 个月 ✓")
    String steadyOver(int months);

    @Message("小店与收入")
    String stores();

    @Message("还没有人开始准备小店。学员在手机上点“我的小店”就能开始。")
    String noStores();

    @Message("学员")
    String trainee();

    @Message("村")
    String village();

    @Message("状态")
    String state();

    @Message("材料")
    String papers();

    @Message("等您看")
    String toLookAt();

    @Message("从")
    String since();

    @Message("在准备")
    String preparing();

    @Message("开着")
    String open();

    @Message("关着")
    String closed();

    @Message("{passed} / {all} 样核过")
    String papersOf(int passed, int all);

    @Message("看什么")
    String lookFor();

    @Message("学员交的")
    String handedIn();

    @Message("还没交。当面看过的，写一句看到了什么就能核。")
    String nothingYet();

    @Message("备注")
    String note();

    @Message("退回时写清要改哪里，学员会看到。")
    String noteHint();

    @Message("核对无误")
    String confirm();

    @Message("退回修改")
    String sendBack();

    @Message("核对于")
    String checkedAt();

    @Message("看过小店，开店")
    String seeIt();

    @Message("还差 {count} 样没有核过，先核完再开店。")
    String seeItMissing(int count);

    @Message("小店链接")
    String storeLink();

    @Message("看店的日子")
    String seenOn();

    @Message("看到了什么")
    String whatSeen();

    @Message("小店已看过，开店")
    String openStore();

    @Message("关店")
    String closeStore();

    @Message("原因")
    String reason();

    @Message("经过")
    String history();

    @Message("开店")
    String opened();

    @Message("关店")
    String wasClosed();

    @Message("开始准备")
    String began();

    @Message("每月收入")
    String income();

    @Message("每月净收入，单位元；深色是已完成的订单")
    String incomeChart();

    @Message("月份")
    String month();

    @Message("付款")
    String paid();

    @Message("退款")
    String refunded();

    @Message("已完成净收入")
    String completedNet();

    @Message("买家")
    String buyers();

    @Message("回头客")
    String repeatBuyers();

    @Message("来源")
    String sourceOfClaim();

    @Message("平台文件证实")
    String confirmedSource();

    @Message("还没有订单。在下面把平台导出的订单文件传上来。")
    String noOrders();

    @Message("传订单文件")
    String bringFile();

    @Message("平台后台导出的原文件（Excel .xlsx 或 CSV），最多 16 MB。买家的姓名、电话、地址读的时候就丢掉，不会存。同一份文件传两次不会重复算。")
    String bringHow();

    @Message("平台")
    String platform();

    @Message("订单文件")
    String orderFile();

    @Message("先看看会怎样")
    String tryFirst();

    @Message("确认，收进来")
    String takeIn();

    @Message("传文件要用到 JavaScript，请换一个浏览器。")
    String needsScript();

    @Message("正在读……")
    String reading();

    @Message("还没有收进来。会是这样：")
    String wouldBe();

    @Message("收好了：")
    String takenIn();

    @Message(
            "共 [rows] 行：新的 [new]，有变化的 [changed]，没变的 [unchanged]，文件里重复的 [merged]，不在开店期间、不算的 [earlier]，别的店已经报过、等县里决定的 [held]，读不了的 [rejected]。")
    String reportWords();

    @Message("第 [line] 行：[message]")
    String rejectedRow();

    @Message("还有 [count] 行也读不了，可以下载下来改。")
    String leftOut();

    @Message("下载读不了的行，改好再传")
    String rejectedFile();

    @Message("待定")
    String heldLines();

    @Message("这几个月没有订单文件：{months}。没有文件的月份不算收入，请补传。")
    String gaps(String months);

    @Message("两家店都报了的订单")
    String contested();

    @Message("同一单在全县只算一次，现在算在先报的店里。请核对后决定它是谁的。")
    String contestedHow();

    @Message("这些订单另一家店也报了，等县里的干事决定。")
    String contestedWaits();

    @Message("这一单是谁的？")
    String belongsTo();

    @Message("先报，现在算在这里")
    String broughtFirst();

    @Message("后报，先放着")
    String broughtSecond();

    @Message("就这么定")
    String decide();

    @Message("有 {count} 单县里还在核对算不算您的，定了就会显示。")
    String myOrdersWait(int count);

    @Message("这几个月还没有订单文件：{months}。请把平台上的订单文件交给协调员。")
    String myGaps(String months);

    @Message("收过的文件")
    String imports();

    @Message("时间")
    String when();

    @Message("谁")
    String who();

    @Message("行")
    String rows();

    @Message("新的")
    String addedLines();

    @Message("变化")
    String changedLines();

    @Message("读不了")
    String rejectedLines();

    @Message("文件校验码")
    String digest();

    @Message("抖音")
    String douyin();

    @Message("快手")
    String kuaishou();

    @Message("京东")
    String jd();

    @Message("淘宝")
    String taobao();

    @Message("拼多多")
    String pinduoduo();

    @Message("照片最多能给 {limit} 张，已经给了 {used} 张。不够时请县里办公室多给一点。")
    String photosUsed(long limit, long used);

    @Message("交上了：{title}。老师看过，这里就会变。")
    String handedInNow(String title);
}
