package org.tianbo.mentoring;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words around publishing, taking back and giving back. English: {@code messages/publish_en.properties}. */
@MessageBundle("publish")
public interface PublishMessages {

    @Message("学员会看到这些")
    String previewTitle();

    @Message("总分")
    String score();

    @Message("写明有违规：这一次不计入发证。")
    String broken();

    @Message("一共 # 处，都能点开看。")
    String moments();

    @Message("发给学员")
    String send();

    @Message("回去改")
    String back();

    @Message("发出后 60 秒内可以收回；收回之前学员什么也看不到。")
    String undoHint();

    @Message("已发出《{title}》，还可以收回：")
    String sent(String title);

    @Message("秒")
    String seconds();

    @Message("收回")
    String undo();

    @Message("已经到学员手里。")
    String gone();

    @Message("没有要改的？写一句为什么")
    String nothingToChange();

    @Message("比如：样样都做到了，照这样再练一次就好。")
    String nothingToChangeHint();

    @Message("放回去，让别的老师评")
    String giveBack();

    @Message("您写的还在这台电脑里，没有丢。复制或者丢掉以前，一直在这里：")
    String leftover();

    @Message("复制")
    String copy();

    @Message("已复制。")
    String copied();

    @Message("复制不了，已经替您选中，请按 Ctrl+C。")
    String notCopied();

    @Message("丢掉")
    String discard();
}
