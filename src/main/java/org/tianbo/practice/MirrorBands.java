package org.tianbo.practice;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * Where "good" ends in what a trainee is told of a rehearsal. A county that finds its people speak faster or slower
 * sets
 * its own: {@code tianbo.practice.mirror.<county>.hurried-from}.
 */
public interface MirrorBands {

    /** Syllables a second while speaking, pauses left out. News on the radio has about five. */
    @WithDefault("3")
    double slowBelow();

    @WithDefault("5.5")
    double hurriedFrom();

    /** A silence that is too long for people who watch. */
    @WithDefault("5S")
    Duration silenceFrom();

    /** Share of the time in which the trainee speaks. */
    @WithDefault("0.35")
    double littleSpeechBelow();

    /** Voice over the noise of the room in dB, as in the checklist {@code before-practice}. */
    @WithDefault("15")
    double faintBelow();

    /** Share of the seconds with sound that was cut off for being too loud. */
    @WithDefault("0.05")
    double loudFrom();

    /** Brightness of the middle in hundredths of white, as in the checklist {@code before-practice}. */
    @WithDefault("35")
    double darkBelow();

    /** By how many hundredths of white the rim is brighter than the middle where light comes from behind. */
    @WithDefault("25")
    double backlitFrom();

    /** A middle that is brighter than this can be seen well whatever is behind it. */
    @WithDefault("45")
    double backlitBelow();

    /** How far a shaking camera moves from one second to the next, in hundredths of the longer side. */
    @WithDefault("1.5")
    double shakyFrom();

    /** Sharpness of edges: 0 for wide blurs, 100 for ones that are a pixel wide. */
    @WithDefault("10")
    double blurredBelow();

    /** Share of the seconds from which on a fault of the picture is told. */
    @WithDefault("0.15")
    double pictureFaultFrom();
}
