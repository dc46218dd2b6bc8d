package org.tianbo.store;

/** How many photos somebody may give, and has given. */
public record PhotosLeft(long limit, long used) {}
