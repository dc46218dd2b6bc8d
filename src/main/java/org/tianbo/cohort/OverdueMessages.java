package org.tianbo.cohort;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words about attempts that wait too long. English: {@code messages/overdue_en.properties}. */
@MessageBundle("overdue")
public interface OverdueMessages {

    @Message("等点评太久的")
    String title();

    @Message("有 {count} 份练播交上来超过 72 小时，还没有点评")
    String waiting(int count);

    @Message("看是哪几份")
    String see();

    @Message("县里答应学员：交上来 72 小时之内给点评。下面这些超过了。")
    String promise();

    @Message("没有等得太久的。交上来的，都在 72 小时之内点评了。")
    String none();

    @Message("学员")
    String trainee();

    @Message("练播")
    String attempt();

    @Message("哪位老师")
    String mentor();

    @Message("等了")
    String waited();

    @Message("{hours} 小时")
    String hours(long hours);

    @Message("{at} 交的")
    String handedIn(String at);

    @Message("{name}正在点评")
    String held(String name);

    @Message("还没有老师")
    String noMentor();

    @Message("去分老师")
    String assign();

    @Message("只看这个班：{name}")
    String ofClass(String name);

    @Message("看全县的")
    String wholeCounty();
}
