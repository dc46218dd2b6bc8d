package org.tianbo.platform.error;

/** The thing asked for is not there, or not for these eyes: both look the same from outside. */
public class NotFound extends Refused {

    private static final long serialVersionUID = 1L;

    public NotFound(String code) {
        super(Kind.NOT_FOUND, code);
    }
}
