package org.tianbo.practice.lifecycle;

/** The attempt was finished once more while its recording was made; that recording shows less than there is now. */
public class FinishedAnew extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
