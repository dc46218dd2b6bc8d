package org.tianbo.practice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What is said of a video picked from the phone's gallery before anything of it is sent: {@code {gallery:fileEmpty}}. A word in
 * square brackets is a blank that the page's script fills in. English: {@code messages/gallery_en.properties}.
 */
@MessageBundle("gallery")
public interface GalleryMessages {

    @Message("正在看看这段视频…")
    String checkingFile();

    @Message("这个文件是空的，里面什么也没有。请换一段。")
    String fileEmpty();

    @Message("这个文件不是视频，可能是照片、录音，或者改过名字。请换一段。")
    String fileNoVideo();

    @Message("这段只有声音，没有画面。请换一段。")
    String fileNoPicture();

    @Message("这段视频没有存完整，打不开，传上去老师也看不了。请换一段，或者重新录。")
    String fileUnreadable();

    @Message("用这段视频吗？")
    String askFile();

    @Message("时长 [time]")
    String fileLength();

    @Message("大小 [mb] MB，上传要用这么多流量。")
    String fileCost();

    @Message("大小 [mb] MB，连上 Wi-Fi 才上传。")
    String fileCostWifi();

    @Message("这段视频后面断了，断掉的部分老师看不到。")
    String fileCut();

    @Message("这段视频没有声音，老师听不到您说话。")
    String fileNoSound();

    @Message("这段视频开头听不到一点声音，老师可能听不到您说话。先放一遍听听看。")
    String fileMute();

    @Message("就用这段")
    String useFile();

    @Message("换一段")
    String otherFile();
}
