package org.tianbo.practice.upload;

/** A recording that cannot be read back from the disk as it was made. */
public class RecordingCorrupt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordingCorrupt(String key, Throwable cause) {
        super("The recording " + key + " is not what was stored", cause);
    }
}
