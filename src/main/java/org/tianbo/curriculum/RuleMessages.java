package org.tianbo.curriculum;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around a rule, wherever one is shown. English: {@code messages/rule_en.properties}. */
@MessageBundle("rule")
public interface RuleMessages {

    @Message("卖货的规矩")
    String rules();

    @Message("用大白话写的。点一条，看全文和出处。")
    String rulesHow();

    @Message("这是大白话，不是法律意见；拿不准就问县里。")
    String notAdvice();

    @Message("出处：{source}。{day} 核对过。")
    String sourceAndDay(String source, String day);

    @Message("看这一条规矩")
    String open();

    @Message("怎么看做没做到")
    String check();

    @Message("谁来看")
    String checkedBy();

    @Message("老师")
    String mentor();

    @Message("协调员")
    String coordinator();

    @Message("县里干事")
    String officer();

    @Message("出处")
    String source();

    @Message("看官方原文")
    String official();

    @Message("什么时候起")
    String inForce();

    @Message("{from} 起")
    String from(String from);

    @Message("{from} 到 {until}")
    String fromUntil(String from, String until);

    @Message("核对的日子")
    String reviewedOn();

    @Message("管哪些店")
    String paths();

    @Message("自家种养的")
    String ownProduce();

    @Message("进货再卖的")
    String resale();

    @Message("加工过的")
    String processed();

    @Message("装好袋、贴了标签的")
    String prepackaged();

    @Message("有的省另有说法")
    String provinces();
}
