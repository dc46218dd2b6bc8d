package org.tianbo.media;

import java.util.List;

/** ffmpeg did not do what it was asked; a job tries again later. The message ends with what it said. */
public class FfmpegFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FfmpegFailed(String what) {
        super("ffmpeg: " + what);
    }

    public FfmpegFailed(List<String> command, Ffmpeg.Run run) {
        this("exit " + run.exit() + " of " + String.join(" ", command) + "\n" + run.log());
    }
}
