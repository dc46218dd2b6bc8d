package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/** What is said of a rehearsal without a picture: {@code {sound:only}}. Texts: {@code messages/sound*.properties}. */
@MessageBundle("sound")
public interface SoundMessages {

    String only();

    String onlyHint();

    String withPicture();

    String recordsNow();

    String readyHint();

    String mentorHears();

    String inPlan();

    String fileSoundOnly();
}
