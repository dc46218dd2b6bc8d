package org.tianbo.practice;

/**
 * What a file turned out to hold.
 *
 * @param width of the picture as it is seen
 * @param lengthMs 0 where the file does not tell
 */
record Found(boolean picture, boolean sound, int width, int height, long lengthMs) {

    static final Found NOTHING = new Found(false, false, 0, 0, 0);
}
