package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said to whoever broadcasts with a program of their own: {@code {push:title}}. Texts: {@code
 * messages/push*.properties}.
 */
@MessageBundle("push")
public interface PushMessages {

    String title();

    String enterThis();

    String server();

    String key();

    String keyHint();

    String settings();

    String arrived();

    String nothingYet();

    String connected();

    String unreadable();

    String coming();

    String ended();

    String lookAgain();

    String soFar(String time, String mb);

    String finished();

    String toList();

    String finish();
}
