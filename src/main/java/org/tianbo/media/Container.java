package org.tianbo.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What a file from outside may be: what browsers record and phones keep in their gallery. Its first bytes tell, never
 * its name or its sender; ffmpeg is given the reader to use and may not look for another one. Playlists and lists of
 * files are not among them, for those make ffmpeg open other files.
 */
public enum Container {
    WEBM("matroska"),
    MP4("mov"),
    MP3("mp3"),
    AAC("aac"),
    WAV("wav"),
    AMR("amr"),
    JPEG("jpeg_pipe"),
    PNG("png_pipe"),
    WEBP("webp_pipe");

    /** So many bytes are needed to tell. */
    public static final int HEAD = 16;

    private static final String EBML = "\u001a\u0045\u00df\u00a3";
    private static final Set<String> FIRST_BOXES =
            Set.of("ftyp", "styp", "moov", "moof", "mdat", "free", "skip", "wide");
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private final String reader;

    Container(String reader) {
        this.reader = reader;
    }

    /** As ffmpeg names its reader. */
    String reader() {
        return reader;
    }

    /** A picture rather than a recording. */
    public boolean isPhoto() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    /** What a browser records, piece by piece. */
    public boolean isRecorded() {
        return this == WEBM || this == MP4;
    }

    public static Optional<Container> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith(EBML)) {
            return Optional.of(WEBM);
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        Optional<Container> sound = soundAlone(text);
        if (sound.isPresent()) {
            return sound;
        }
        return text.length() >= 12 && FIRST_BOXES.contains(text.substring(4, 8)) && !isHeif(head)
                ? Optional.of(MP4)
                : Optional.empty();
    }

    /** What phones' voice recorders write, besides MP4. */
    private static Optional<Container> soundAlone(String text) {
        if (text.startsWith("ID3") || text.matches("(?s)\u00ff[\u00fb\u00f3\u00f2\u00fa].*")) {
            return Optional.of(MP3);
        }
        if (text.matches("(?s)\u00ff[\u00f1\u00f9].*")) {
            return Optional.of(AAC);
        }
        if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
            return Optional.of(WAV);
        }
        return text.startsWith("#!AMR") ? Optional.of(AMR) : Optional.empty();
    }

    /** A photo in Apple's format, which looks like a recording at first. */
    public static boolean isHeif(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("ftyp", 4) && text.length() >= 12 && HEIF_BRANDS.contains(text.substring(8, 12));
    }
}
