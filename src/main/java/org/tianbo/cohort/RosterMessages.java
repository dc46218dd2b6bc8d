package org.tianbo.cohort;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about what a corrected roster changes. English: {@code messages/roster_en.properties}. */
@MessageBundle("roster")
public interface RosterMessages {

    @Message("{#if corrected}改过来了：{count} 处{#else}和县里记着的不一样：{count} 处{/if}")
    String changes(int count, boolean corrected);

    @Message("第 {line} 行")
    String line(int line);

    @Message(
            "{#when field}{#is 'name'}姓名{#is 'phone'}手机号{#is 'village'}村{#is 'gender'}性别{#is 'category'}类别{#else}备注{/when}")
    String field(String field);

    @Message("原来")
    String before();

    @Message("名册")
    String now();

    @Message("没有填")
    String nothing();

    @Message("{#if gender == 'FEMALE'}女{#else}男{/if}")
    String gender(String gender);

    @Message("我核对过了，照这份名册改（原来的写法也留着）")
    String confirm();

    @Message("不勾就不改：只导入新来的人，上面这些人照旧。")
    String leftAsTheyAre();

    @Message("上面这些人照旧，没有改。要改，勾上，再点一次“导入”。")
    String notTaken();

    @Message("原来的写法、谁改的、哪天改的，在学员自己的那一页都看得到。")
    String kept();

    @Message("名册改过的地方")
    String history();

    @Message("{who}核对")
    String confirmedBy(String who);
}
