package org.tianbo.film.captions;

/**
 * What is wrong with a line of captions.
 *
 * @param line from 1
 */
public record CaptionFault(int line, Kind kind) {

    /** What can be wrong. */
    public enum Kind {
        /** The first line is not {@code WEBVTT}. */
        HEADER,
        /** It stands where a time must stand, and is none. */
        TIME,
        /** It ends before it begins. */
        BACKWARDS,
        /** It begins before the one above. */
        ORDER,
        /** It begins after the video's end. */
        BEYOND,
        /** Nothing is said. */
        EMPTY,
        /** More than a phone's screen holds. */
        LONG,
        /** More than a video needs. */
        MANY
    }
}
