package org.tianbo.media;

import java.util.List;
import org.tianbo.platform.error.Fault;

/**
 * The machine did not let ffmpeg do its work: it was killed, had no time, or stopped with the application. A job tries
 * again later. The message ends with what it said.
 */
public class FfmpegFailed extends Fault {

    private static final long serialVersionUID = 1L;

    private final String what;

    public FfmpegFailed(String what) {
        super(Kind.UNAVAILABLE, "media.machine-busy");
        this.what = "ffmpeg: " + what;
    }

    public FfmpegFailed(List<String> command, Ffmpeg.Run run) {
        this("exit " + run.exit() + " of " + String.join(" ", command) + "\n" + run.log());
    }

    @Override
    public String getMessage() {
        return what;
    }
}
