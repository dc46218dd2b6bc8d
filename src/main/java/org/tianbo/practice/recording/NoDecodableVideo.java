package org.tianbo.practice.recording;

/** Neither picture nor sound can be read from any take: trying again would not help. */
class NoDecodableVideo extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoDecodableVideo() {
        super("No take holds a picture or sound that can be read");
    }
}
