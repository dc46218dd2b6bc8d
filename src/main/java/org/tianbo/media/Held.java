package org.tianbo.media;

/**
 * An object as its store knows it.
 *
 * @param size in bytes
 * @param tag changes when the bytes do
 */
public record Held(long size, String tag) {}
