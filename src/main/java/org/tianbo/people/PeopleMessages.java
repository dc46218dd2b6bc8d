package org.tianbo.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words around cards. English: {@code messages/people_en.properties}. */
@MessageBundle("people")
public interface PeopleMessages {

    @Message("换人登录")
    String otherHolder();

    @Message("这台手机上登录的是{name}。")
    String signedInAs(String name);

    @Message("这张卡是别人的。先退出，再扫一次卡。")
    String signOutFirst();

    @Message("我就是{name}，回首页")
    String stay(String name);
}
