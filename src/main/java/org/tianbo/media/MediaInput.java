package org.tianbo.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one run of ffmpeg reads. Every input names the only reader and the only protocol it may use, so that no file can
 * make ffmpeg open another one. Nothing else puts {@code -i} on a command line.
 */
public final class MediaInput {

    /**
     * What phones and browsers encode with. ffmpeg has hundreds of decoders more, which nobody needs and few look
     * after.
     */
    private static final String DECODERS = String.join(
            ",",
            "vp8,vp9,libdav1d,av1,h264,hevc,mpeg4,h263,mjpeg",
            "opus,vorbis,aac,aac_fixed,mp3float,mp3,amrnb,amrwb,flac,alac,pcm_s16le,pcm_s16be,pcm_mulaw,pcm_alaw",
            "png,webp");

    /** A phone's film has picture, sound and a few tracks of its sensors. */
    private static final int MOST_STREAMS = 32;

    private final List<String> arguments;

    private MediaInput(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** @param mostPixels of one picture */
    static MediaInput outside(Path file, Container container, long mostPixels) {
        return named(
                outside("file", container, mostPixels),
                container.reader(),
                file.getFileName().toString());
    }

    /** What is written to ffmpeg while it runs. @param mostPixels of one picture */
    static MediaInput piped(Container container, long mostPixels) {
        return named(outside("pipe", container, mostPixels), container.reader(), "pipe:0");
    }

    private static List<String> outside(String protocol, Container container, long mostPixels) {
        List<String> arguments = new ArrayList<>(List.of("-protocol_whitelist", protocol));
        arguments.addAll(List.of("-format_whitelist", container.reader()));
        arguments.addAll(List.of("-codec_whitelist", DECODERS));
        arguments.addAll(List.of("-max_streams", Integer.toString(MOST_STREAMS)));
        arguments.addAll(List.of("-max_pixels", Long.toString(mostPixels)));
        if (container == Container.MP4) {
            arguments.addAll(List.of("-enable_drefs", "0", "-use_absolute_path", "0"));
        }
        return arguments;
    }

    /** A film or a piece of one that we made. */
    public static MediaInput own(Path file, Container container) {
        return named(
                List.of("-protocol_whitelist", "file", "-format_whitelist", container.reader()),
                container.reader(),
                file.getFileName().toString());
    }

    /** Coded H.264 pictures that we cut out of pieces of ours, without anything around them. */
    public static MediaInput pictures(Path file) {
        return named(
                List.of("-protocol_whitelist", "file", "-format_whitelist", "h264"),
                "h264",
                file.getFileName().toString());
    }

    /** Pieces that we made, one behind the other, as a list that we wrote names them. */
    public static MediaInput joined(Path list) {
        return named(
                List.of("-protocol_whitelist", "file", "-format_whitelist", "concat," + Container.WEBM.reader()),
                "concat",
                list.getFileName().toString());
    }

    /** A picture or a sound that ffmpeg makes up, for example {@code anullsrc}. */
    public static MediaInput generated(String source) {
        return new MediaInput(List.of("-f", "lavfi", "-i", source));
    }

    private static MediaInput named(List<String> limits, String reader, String name) {
        List<String> arguments = new ArrayList<>(limits);
        arguments.addAll(List.of("-f", reader, "-i", name));
        return new MediaInput(arguments);
    }

    /** With options of its own, such as where to begin. They cannot widen what it may read: of two the later counts. */
    public MediaInput with(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(arguments);
        return new MediaInput(all);
    }

    List<String> arguments() {
        return arguments;
    }
}
