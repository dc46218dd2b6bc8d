package org.tianbo.practice.attempt;

/** Names of jobs that an attempt asks for and a room above it does, and why a recording may fail. */
public final class AttemptJobs {

    public static final String RECORDING = "recording";
    public static final String COPIES = "copies";
    public static final String CHUNK_SWEEP = "chunk-sweep";

    public static final String NOTHING_TO_SEE = "practice.nothing-to-see";
    public static final String NOT_MADE = "practice.not-made";

    private AttemptJobs() {}
}
