package org.tianbo.practice.take;

/**
 * What a file turned out to hold.
 *
 * @param pictureStream number of the stream; -1 without one
 * @param soundStream number of the stream; -1 without one
 * @param width of the picture as it is seen
 * @param lengthMs 0 where the file does not tell
 * @param playable whether every browser plays the picture as it is coded: H.264 upright, in square pixels
 */
public record ProbeResult(int pictureStream, int soundStream, int width, int height, long lengthMs, boolean playable) {

    static final ProbeResult NOTHING = new ProbeResult(-1, -1, 0, 0, 0, false);

    public boolean picture() {
        return pictureStream >= 0;
    }

    public boolean sound() {
        return soundStream >= 0;
    }
}
