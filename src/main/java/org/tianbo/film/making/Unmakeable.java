package org.tianbo.film.making;

/** No copies can be made of a file, however often it is tried. Its code is kept with the video. */
class Unmakeable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    Unmakeable(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    /** The last part of a code of {@code messages/faults/film}. */
    String code() {
        return code;
    }
}
