package org.tianbo.cohort;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words around who mentors whom. English: {@code messages/mentors_en.properties}. */
@MessageBundle("mentors")
public interface MentorsMessages {

    @Message("带教老师")
    String title();

    @Message("一位老师通常带 20 到 60 人。")
    String usual();

    @Message("老师")
    String mentor();

    @Message("全县带")
    String all();

    @Message("本班带")
    String here();

    @Message("还能多带")
    String few();

    @Message("带得太多")
    String many();

    @Message("县里还没有老师的账号。请管理员先给老师开账号，再来分。")
    String nobody();

    @Message("有 {count} 人还没有老师。")
    String without(int count);

    @Message("人人都有老师了。")
    String allServed();

    @Message("平均分给全县的老师")
    String shareOut();

    @Message("先分给带得最少的老师；分错了可以撤销。")
    String shareOutHint();

    @Message("只看还没有老师的")
    String onlyWithout();

    @Message("看全班")
    String wholeClass();

    @Message("学员和老师")
    String list();

    @Message("分给哪位老师")
    String choose();

    @Message("请选老师")
    String chooseOne();

    @Message("把勾选的人分给这位老师")
    String give();

    @Message("选")
    String chosen();

    @Message("还没有")
    String none();

    @Message("不再由{mentor}带{trainee}")
    String take(String mentor, String trainee);

    @Message("分好了：{count} 人有了新老师。")
    String given(int count);

    @Message("取消了：{count} 人少了一位老师。没写完的点评还在，别的老师可以接着写。")
    String taken(int count);

    @Message("撤销了，和按之前一样。")
    String undone();

    @Message("撤销")
    String undo();

    @Message("这个班还没有人要分。")
    String emptyClass();

    @Message("这里只能看；分老师由县里的干事来做。")
    String readOnly();

    @Message("{count} 人")
    String people(int count);
}
