package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said where a trainee is recorded on site: {@code {onsite:title}}. Texts: {@code messages/onsite*.properties}.
 */
@MessageBundle("onsite")
public interface OnSiteMessages {

    String title();

    String hint();

    String trainee();

    String nobody();

    String nobodyHint();

    String product();

    String openCamera();

    String aMinute();

    String begun();

    String begunHint();

    String forWhom();

    String theirs();

    String nextTrainee();

    String recordedBy(String name);

    String recordedByHint();
}
