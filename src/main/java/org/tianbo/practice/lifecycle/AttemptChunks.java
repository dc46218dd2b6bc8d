package org.tianbo.practice.lifecycle;

import java.util.UUID;

/** What is stored of an attempt, as far as the attempt itself must know. */
public interface AttemptChunks {

    /** The recording is kept beside the chunks. */
    void addRecording(UUID attempt, long bytes);

    /** The bytes of the chunks are gone; so many are left of the attempt, besides what its host said of it. */
    void leaveOnly(UUID attempt, long bytes);

    /** The rows alone; the bytes are the caller's business. */
    void delete(UUID attempt);
}
