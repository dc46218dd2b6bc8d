package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the grading page says of the host's own look at it: {@code {host:kept}}. Texts: {@code
 * messages/host*.properties}.
 */
@MessageBundle("host")
public interface HostMessages {

    String selfReview();

    String kept();

    String change();

    String thenAndNow();

    String lost(long seconds, String at);

    String recordedBy(String name);

    String helpedBy(String name);

    /** @param names of the helpers */
    String quizzesHelped(long helped, long all, String names);

    String soundOnly();

    String recordingGone();
}
