package org.tianbo.film;

/**
 * One of the files made of a video.
 *
 * @param kind {@link #BETTER}, {@link #SMALL}, {@link #SOUND} or {@link #POSTER}
 * @param key in the object storage
 */
public record FilmCopy(String kind, String key, String sha256, long bytes) {

    /** 480 lines. */
    public static final String BETTER = "better";

    /** 240 lines, at most 120 kbit/s in all. */
    public static final String SMALL = "small";

    /** Without pictures; absent where the video has no sound. */
    public static final String SOUND = "sound";

    /** One picture. */
    public static final String POSTER = "poster";

    /** How many are made at most. */
    public static final int MOST = 4;
}
