package org.tianbo.cohort;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of classes, funnel, rosters and cards. English: {@code messages/cohort_en.properties}. */
@MessageBundle("cohort")
public interface CohortMessages {

    @Message("{#when stage}{#is ENROLLED}报名{#is LEARNING}学习{#is PRACTISING}练播{#is GRADED}有点评{#is READY}可以发证"
            + "{#is CERTIFIED}拿证{#is STORE_OPENED}开店{#is FIRST_ORDER}第一单{#is STEADY_3}稳 3 个月{#is STEADY_6}稳 6 个月"
            + "{#is STEADY_12}稳 12 个月{/when}")
    String stage(Stage stage);

    @Message("{#when kind}{#is ROSTER}名册{#is LESSON}学完的课{#is ATTEMPT}练播录像{#is REVIEW}老师点评{#is ROAD}达标记录"
            + "{#is CERTIFICATE}证书{#is STORE}小店{#is NOTE}登记{/when}")
    String evidence(Evidence.Kind kind);

    @Message("班级")
    String classes();

    @Message("开一个新班")
    String newClass();

    @Message("班名")
    String className();

    @Message("例如：2026 春季班")
    String classNameHint();

    @Message("哪天开始")
    String from();

    @Message("哪天结束")
    String to();

    @Message("开班")
    String open();

    @Message("还没有班。先开一个班，再导入名册。")
    String noClasses();

    @Message("还没有班。等县里开了班，这里就有了。")
    String noClassesToRead();

    @Message("人数")
    String size();

    @Message("{count} 人")
    String people(int count);

    @Message("时间")
    String time();

    @Message("这条路走到哪了")
    String funnel();

    @Message("点一行看名单")
    String clickForList();

    @Message("离开的 {count} 人仍算在总数里")
    String leftStay(int count);

    @Message("看原因")
    String seeWhy();

    @Message("下载表格（CSV）")
    String downloadCsv();

    @Message("登录卡")
    String cards();

    @Message("这个班还没有人。先导入名册。")
    String emptyClass();

    @Message("导入名册")
    String importRoster();

    @Message("先去看看这几位")
    String stalled();

    @Message("{days} 天没有动静的")
    String stalledFor(int days);

    @Message("没有人 {days} 天没动静。")
    String nobodyStalled(int days);

    @Message("这个班还没有一个人有登录卡：没有卡就登不进来。")
    String nobodyHasCard();

    @Message("{count} 人还没有登录卡，登不进来。")
    String lackCard(int count);

    @Message("这个班还没有一个人分到老师：录像交上来没有人看。")
    String nobodyHasMentor();

    @Message("{count} 人还没有分到老师。")
    String lackMentor(int count);

    @Message("有 {count} 人已经印过的卡会马上失效")
    String replaceTitle(int count);

    @Message("只给没有卡的 {count} 人发卡")
    String onlyFresh(int count);

    @Message("换新卡，旧卡作废（{count} 人）")
    String replaceYes(int count);

    @Message("去发卡")
    String toCards();

    @Message("去分老师")
    String toMentors();

    @Message("全部 {count} 人")
    String allOf(int count);

    @Message("用表格看")
    String asTable();

    @Message("步骤")
    String step();

    @Message("占比")
    String share();

    @Message("总人数")
    String denominator();

    @Message("名单")
    String list();

    @Message("姓名")
    String name();

    @Message("镇、村")
    String village();

    @Message("电话")
    String phone();

    @Message("哪天到的")
    String reachedOn();

    @Message("凭据")
    String evidenceTitle();

    @Message("现在走到")
    String current();

    @Message("几天没动")
    String idle();

    @Message("离开")
    String left();

    @Message("已离开")
    String gone();

    @Message("离开的人")
    String leftTitle();

    @Message("登记离开")
    String markLeft();

    @Message("为什么离开")
    String whyLeft();

    @Message("登记以后不能取消；人还算在总数里。")
    String leftHint();

    @Message("名单上没有人。")
    String emptyList();

    @Message("名册文件")
    String file();

    @Message("Excel（.xlsx）或 CSV 表格，要有姓名、手机号、身份证号、镇、村这几列。")
    String fileHint();

    @Message("名册上的人都已签字同意")
    String consent();

    @Message("先检查")
    String check();

    @Message("先检查，不会存任何东西。看好了再导入。")
    String checkFirst();

    @Message("导入")
    String take();

    @Message("检查好了，还没有导入")
    String checked();

    @Message("已经导入")
    String taken();

    @Message("一共 {count} 行")
    String rows(int count);

    @Message("能导入 {count} 人")
    String accepted(int count);

    @Message("导入了 {count} 人")
    String took(int count);

    @Message("结果")
    String outcome();

    @Message("其中新加入这个班 {count} 人")
    String newcomers(int count);

    @Message("同一个人重复写了 {count} 行，算一个人")
    String merged(int count);

    @Message("有 {count} 行要改")
    String rejected(int count);

    @Message("没有要改的行。")
    String nothingRejected();

    @Message("第几行")
    String line();

    @Message("哪一格")
    String cell();

    @Message("写的是")
    String cellValue();

    @Message("怎么回事")
    String what();

    @Message("{#when field}{#is 'name'}姓名{#is 'phone'}手机号{#is 'id_number'}身份证号{#is 'village'}村{#is 'town'}镇"
            + "{#else}整行{/when}")
    String field(String field);

    @Message("要导入，请在上面再选一次这个文件，然后点“导入”。")
    String chooseAgain();

    @Message("下载要改的行，改好再传")
    String rejectedFile();

    @Message("改好的行可以放在同一个文件里再导入一次，已经在册的人不会重复。")
    String againIsSafe();

    @Message("看名单")
    String seeList();

    @Message("以前的导入")
    String imports();

    @Message("文件校验码")
    String fingerprint();

    @Message("您的账号只能看，不能导入。")
    String readOnly();

    @Message("发卡")
    String issue();

    @Message("重新发卡")
    String reissue();

    @Message("给勾选的人发卡")
    String issueChosen();

    @Message("上次发卡")
    String lastIssued();

    @Message("还没有卡")
    String noCard();

    @Message("重新发卡会换密码，旧卡马上不能用。")
    String reissueHint();

    @Message("密码只显示这一次。现在就打印，或者抄在卡上。")
    String pinOnce();

    @Message("登录服务中途没有应答，下面 {count} 人没有拿到新卡，旧卡也可能已经不能用。先打印这几张，过几分钟再给他们发。")
    String withoutCard(int count);

    @Message("下面 {count} 人的资料登录系统不收，没有拿到卡，别人不受影响。请把名字告诉管理员。")
    String accountRefused(int count);

    @Message("登录名")
    String login();

    @Message("密码")
    String pin();

    @Message("1. 扫码　2. 输密码　3. 开始学")
    String threeSteps();

    @Message("卡丢了，找村协调员换一张。")
    String lost();

    @Message("打印的卡")
    String printed();

    @Message("扫码打开：{address}")
    String opens(String address);
}
