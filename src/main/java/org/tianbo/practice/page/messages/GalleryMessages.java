package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of a video picked from the phone's gallery before anything of it is sent: {@code {gallery:fileEmpty}}. A
 * word in square brackets is a blank that the page's script fills in. Texts: {@code messages/gallery*.properties}.
 */
@MessageBundle("gallery")
public interface GalleryMessages {

    String checkingFile();

    String fileEmpty();

    String fileNoVideo();

    String fileNoPicture();

    String fileUnreadable();

    String confirmFile();

    String fileLength();

    String fileCost();

    String fileCostWifi();

    String fileCut();

    String fileNoSound();

    String fileMute();

    String useFile();

    String otherFile();
}
