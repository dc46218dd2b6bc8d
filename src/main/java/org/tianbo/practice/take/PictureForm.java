package org.tianbo.practice.take;

/**
 * How pictures that are coded anew go into a recording.
 *
 * @param profile of H.264, as ffmpeg names it
 * @param parameterSet number of the sets that say how they are to be read; another one than that of pictures that are
 *     copied into the same recording, for a player holds all of them at once
 */
public record PictureForm(OutputSize size, String profile, int parameterSet) {

    /** Where all of them are coded anew. */
    public static PictureForm of(OutputSize size) {
        return new PictureForm(size, "main", 0);
    }
}
