package org.tianbo.cohort;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of a trainee's page. English: {@code messages/dossier_en.properties}. */
@MessageBundle("dossier")
public interface DossierMessages {

    @Message("用了多少地方")
    String space();

    @Message("练播一共 {limit} GB，用了 {used} GB")
    String spaceUsed(String limit, String used);

    @Message("没录完的最多 {most} 个，现有 {open} 个")
    String openUsed(long most, long open);

    @Message("照片最多 {most} 张，已有 {given} 张")
    String photosUsed(long most, long given);

    @Message("老师：{names}")
    String mentors(String names);

    @Message("还没有老师")
    String noMentor();

    @Message("这条路上的每一步")
    String steps();

    @Message("步骤")
    String step();

    @Message("哪天的事")
    String at();

    @Message("哪天记下的")
    String recorded();

    @Message("凭据")
    String evidence();

    @Message("退回来了")
    String lost();

    @Message("原因")
    String reason();

    @Message(
            "{#if reason == 'revoked'}证书收回了{#else if reason == 'closed'}小店关了{#else if reason == 'taken-back'}本人把练播拿回去了{#else}{reason}{/if}")
    String why(String reason);

    @Message("报名与同意")
    String enrolment();

    @Message("{day} 报名，本人在名册上签字同意。")
    String enrolledOn(String day);

    @Message("{name}看过签字。")
    String seenBy(String name);

    @Message("手机发来的学习记录")
    String lessons();

    @Message("还没有学习记录。")
    String noLessons();

    @Message("有 {count} 课是几秒钟里接连“学完”或“答完”的，没有人读得这么快。先问问本人，再看要不要算。")
    String hurried(long count);

    @Message("太快")
    String tooFast();

    @Message("课")
    String lesson();

    @Message("做了什么")
    String did();

    @Message("学完了")
    String finished();

    @Message("答了题")
    String answered();

    @Message("手机上的时间")
    String onPhone();

    @Message("收到的时间")
    String received();

    @Message("哪部手机")
    String device();

    @Message("网页")
    String onPage();

    @Message("老师的点评")
    String reviews();

    @Message("还没有点评。")
    String noReviews();

    @Message("第 {no} 次")
    String attempt(int no);

    @Message("{score} 分")
    String score(int score);

    @Message("违规，不算")
    String veto();
}
