package org.tianbo.practice;

/** A trainee's mark, where it lies on the recording. */
public record RecordingMarker(long atMs, String kind, String ref) {}
