package org.tianbo.learning.page.voice;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts around a spoken lesson. Texts: {@code messages/voice*.properties}. */
@MessageBundle("voice")
public interface VoiceMessages {

    String spokenBy(String speaker);

    String inDialect(String speaker, String dialect);

    String costs(String length, String cost);

    String listen();

    String speed();

    String slower();

    String usual();

    String faster();

    String withoutNetwork();

    String missing(int count);

    String hearQuestion();
}
