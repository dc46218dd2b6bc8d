package org.tianbo.media;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much work a file may cause. What its sender claims counts only as far as the number of bytes makes it possible.
 */
public final class Ceilings {

    /** Phones' clocks and recorders differ in what they call the length of a take; more than this is no difference. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** No recorder writes less in a second: sound alone takes three times as much. */
    private static final long FEWEST_BYTES_A_SECOND = 1_000;

    /** A film of a phone's best camera, in 4K and with ten bits a colour, takes three and a half on a slow machine. */
    private static final int PROCESSOR_SECONDS_A_SECOND = 8;

    /** A live may keep so many processors busy on average. */
    private static final int LIVE_PROCESSORS = 2;

    private static final long OUTPUT_TO_START = 16L << 20;
    private static final long OUTPUT_A_SECOND = 1L << 20;
    private static final long LISTING_BYTES = 64L << 20;
    private static final long PHOTO_OUTPUT = 16L << 20;
    private static final long VOICE_OUTPUT = 4L << 20;

    private final MediaConfig config;

    Ceilings(MediaConfig config) {
        this.config = config;
    }

    /** A take, or what was cut out of one. */
    public MediaInput take(Path file, Container container) {
        return MediaInput.outside(file, container, config.takePixels());
    }

    /** A take that is written to ffmpeg as it comes in. */
    public MediaInput piped(Container container) {
        return MediaInput.piped(container, config.takePixels());
    }

    /** Something spoken; a cover picture that comes along is not looked at. */
    public MediaInput voice(Path file, Container container) {
        return MediaInput.outside(file, container, config.photoPixels());
    }

    public MediaInput photo(Path file, Container container) {
        return MediaInput.outside(file, container, config.photoPixels());
    }

    /**
     * No more of a take is made, however far its timestamps reach.
     *
     * @param reported how long it says it is; zero when it does not
     */
    public Duration longest(Duration reported) {
        return reported.isZero() ? config.longestTake() : shorter(reported.plus(SLACK), config.longestTake());
    }

    /**
     * For making something of a take.
     *
     * @param bytes of the take
     */
    public Limits ofTake(Duration reported, long bytes) {
        Duration atMost = SHORTEST.plusSeconds(bytes / FEWEST_BYTES_A_SECOND);
        return ofLength(shorter(longest(reported), atMost));
    }

    /** For working on a recording of that length that we made. */
    public Limits ofLength(Duration length) {
        Duration processor = TO_START.plus(length.multipliedBy(PROCESSOR_SECONDS_A_SECOND));
        return new Limits(
                processor,
                shorter(processor.multipliedBy(2), config.ffmpegTimeout()),
                config.takeMemory().asLongValue(),
                OUTPUT_TO_START + length.toSeconds() * OUTPUT_A_SECOND);
    }

    /** For reading what a take holds, without decoding it. */
    public Limits ofProbe(Duration reported, long bytes) {
        Limits limits = ofTake(reported, bytes);
        return new Limits(limits.processor(), limits.wall(), limits.memory(), LISTING_BYTES);
    }

    /** For a take that is worked on as it comes in; the output is that of each file. */
    public Limits ofLive() {
        Duration longest = config.longestTake();
        return new Limits(
                longest.multipliedBy(LIVE_PROCESSORS),
                longest,
                config.takeMemory().asLongValue(),
                OUTPUT_TO_START);
    }

    public Limits ofPhoto() {
        return new Limits(
                config.photoTimeout(),
                config.photoTimeout(),
                config.photoMemory().asLongValue(),
                PHOTO_OUTPUT);
    }

    /** For something spoken, while whoever spoke waits for an answer. */
    public Limits ofVoice() {
        return new Limits(
                config.photoTimeout(),
                config.photoTimeout(),
                config.photoMemory().asLongValue(),
                VOICE_OUTPUT);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
