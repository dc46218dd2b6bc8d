package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of the checks before a rehearsal: {@code {checks:look}}. A word in square brackets is a blank that the
 * page's script fills in. Texts: {@code messages/checks*.properties}.
 */
@MessageBundle("checks")
public interface ChecksMessages {

    String look();

    String countHint();

    String back();

    String sayHello();

    String network();

    String neverMind();

    String good();

    String fair();

    String poor();

    String unknown();

    String probeCost();

    String milliseconds();
}
